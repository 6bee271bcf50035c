// Tests ask for sentences of every program.
import '../../common/text/outside-texts';
