// Tests ask for sentences of every program.
import '../../common/text/history-texts';
import '../../common/text/outside-texts';
