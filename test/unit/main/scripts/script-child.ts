import { dirname } from 'node:path';
import { hostFiles } from '../../../../main/host-files';
import { readScriptFile } from '../../../../main/scripts/read-script-file';
import { replaceFile } from '../../../../main/scripts/replace-file';
import { scriptAccess } from '../../../../main/scripts/script-access';

// One thing done to a script by a process of its own: `access PATH` or `replace PATH CONTENT`; see elsewhere.ts.
const [operation = '', path = '', content = ''] = process.argv.slice(2);

function answerOf(): unknown {
  const reading = readScriptFile(path);
  if (reading.kind === 'fault') return reading.fault;
  return operation === 'access'
    ? scriptAccess(reading.file)
    : replaceFile(reading.file, Buffer.from(content, 'latin1'));
}

const answer = answerOf();
const after = readScriptFile(path);
const bytes = after.kind === 'read' ? after.file.bytes.toString('latin1') : null;
const names = hostFiles('/').list(dirname(path));
process.stdout.write(JSON.stringify({ answer, content: bytes, names }));
