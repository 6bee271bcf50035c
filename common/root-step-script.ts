import type { ScriptEdit } from './script/script-edit';
import { shellQuote } from './shell-quote';

/*
 * The step that patches a start script which only root can change. The file that will stand there is made beside it,
 * out of the bytes that were shown, and takes its place whole: whoever looks sees the old script or the new one.
 */

/** The programs that the step calls besides those of every root text. */
export const SCRIPT_TOOLS = ['cp', 'head', 'ls', 'mv', 'tail'] as const;

/** Looks at the script before anything is changed, and again before the step. */
export const SCRIPT_CHECK = `# Is it still the script that was shown, and can nobody but root put something else in its place?
check_script() {
  step=script folder=/ rest=\${script#/}
  check_script_folder
  while [ "$rest" != "\${rest#*/}" ]; do
    folder=\${folder%/}/\${rest%%/*}
    rest=\${rest#*/}
    check_script_folder
  done
  [ ! -L "$script" ] || stop file-is-symlink "$script"
  [ -f "$script" ] || stop script-changed "$script"
  [ "$(stat -c %u -- "$script")" = 0 ] || stop unsafe-folder "$script"
  # Its other names would go on leading to the old text.
  [ "$(stat -c %h -- "$script")" = 1 ] || stop script-changed "$script"
  script_sum=$(sum_of "$script")
  case $script_sum in "$script_old_sum" | "$script_new_sum") ;; *) stop script-changed "$script" ;; esac
  step=''
}
check_script_folder() {
  [ ! -L "$folder" ] || stop file-is-symlink "$folder"
  [ -d "$folder" ] || stop script-changed "$script"
  [ "$(stat -c %u -- "$folder")" = 0 ] || stop unsafe-folder "$folder"
  case $(stat -c %A -- "$folder") in d????-??-*) ;; *) stop unsafe-folder "$folder" ;; esac
}`;

/** The functions of the step. */
export const SCRIPT_STEP = `${SCRIPT_CHECK}

# Mode, with the sign that there is an access list, and owner.
look_of() {
  look=$(ls -ldn -- "$1")
  echo "\${look%% *} $(stat -c %u:%g -- "$1")"
}

step_script() {
  check_script
  begin script
  if [ "$script_sum" = "$script_new_sum" ]; then finish already; return; fi
  words=$(cp -a -- "$script" "$journal/script" 2>&1) || stop no-journal "$words"
  [ "$(sum_of "$journal/script")" = "$script_old_sum" ] || stop no-journal "$journal/script"
  sync "$journal/script" || stop no-journal "$journal/script"
  keep "\\"step\\":\\"script\\",\\"file\\":$script_json,\\"copy\\":\\"script\\",\\"oldSha256\\":\\"$script_old_sum\\",\\"newSha256\\":\\"$script_new_sum\\""
  script_beside=$script.hugepages-guide
  words=$(rm -f -- "$script_beside" 2>&1) || stop file-not-writable "$words"
  # Owner, mode and all else that a file has besides its text come along with the copy.
  words=$(cp -a -- "$script" "$script_beside" 2>&1) || stop file-not-writable "$words"
  patched_script 2>/dev/null >"$script_beside" || stop file-not-writable "$script"
  [ "$(sum_of "$script_beside")" = "$script_new_sum" ] || stop file-not-writable "$script"
  # A folder may give its new files an access list that the old one does not have.
  words=$(look_of "$script_beside")
  [ "$words" = "$(look_of "$script")" ] || stop file-not-writable "$script: $words"
  sync "$script_beside" || stop file-not-writable "$script"
  words=$(mv -fT -- "$script_beside" "$script" 2>&1) || stop file-not-writable "$words"
  script_replaced=1
  sync "\${script%/*}/"
  [ "$(sum_of "$script")" = "$script_new_sum" ] || stop not-effective "$script"
  finish 'done'
}
patched_script() {
  at=0
  splices
  tail -c "+$((at + 1))" -- "$journal/script"
}
# splice OFFSET REMOVED TEXT: the old bytes up to OFFSET, then TEXT; REMOVED of the old ones are left out.
splice() {
  head -c "$1" -- "$journal/script" | tail -c "$(($1 - at))"
  printf '%s' "$3"
  at=$(($1 + $2))
}

script_beside='' script_replaced=''
undo_script() {
  # Before the checks have passed nothing is touched there, not even to tidy up.
  [ -n "$script_beside" ] || return 0
  rm -f -- "$script_beside"
  [ -n "$script_replaced" ] || return 0
  cp -a -- "$journal/script" "$script_beside" && sync "$script_beside" && mv -fT -- "$script_beside" "$script" &&
    sync "\${script%/*}/" && return 0
  rm -f -- "$script_beside"
  return 1
}`;

/** The values of the step; the edit's texts stand in one function, each as a quoted word. */
export function scriptValues({ path, oldSha256, newSha256, splices }: ScriptEdit): readonly string[] {
  const calls = splices.map(
    ({ offsetBytes, removedBytes, text }) =>
      `  splice ${String(offsetBytes)} ${String(removedBytes)} ${shellQuote(text)}`,
  );
  return [
    `script=${shellQuote(path)}`,
    `script_json=${shellQuote(JSON.stringify(path))}`,
    `script_old_sum=${shellQuote(oldSha256)}`,
    `script_new_sum=${shellQuote(newSha256)}`,
    // A $ in a text is the script's own: this text must not touch it.
    `# shellcheck disable=SC2016\nsplices() {\n${calls.join('\n')}\n}`,
  ];
}

/** Linux' PATH_MAX, less the NUL. */
const LONGEST_PATH = 4_095;
/** More than a patch ever has; with these the root text fits into one argument of pkexec, however it is quoted. */
const MOST_SPLICES = 100;
const LONGEST_TEXTS = 8_192;

/** A path that may stand in root text and on screen: absolute, whole names, nothing that cannot be seen. */
export function isUsableScriptPath(path: string): boolean {
  const [root, ...names] = path.split('/');
  const areNames = names.length > 0 && names.every((name) => !['', '.', '..'].includes(name));
  // What is shown must be what is meant: no ends of lines, nothing that turns the order of signs around.
  const isShown = !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(path);
  return root === '' && areNames && isShown && path.length <= LONGEST_PATH;
}

/** Whether an edit may stand in root text. Whoever offers it as a step of a plan asks first. */
export function isUsableScriptEdit({ path, oldSha256, newSha256, splices }: ScriptEdit): boolean {
  const areSums = [oldSha256, newSha256].every((sum) => /^[0-9a-f]{64}$/.test(sum)) && oldSha256 !== newSha256;
  const texts = splices.map(({ text }) => text).join('');
  const areTexts = /^[\x20-\x7e]*$/.test(texts) && texts.length <= LONGEST_TEXTS;
  let at = 0;
  const areInOrder = splices.every(({ offsetBytes, removedBytes }) => {
    const isBehind = offsetBytes >= at && removedBytes >= 0;
    at = offsetBytes + removedBytes;
    return isBehind && [offsetBytes, removedBytes, at].every(Number.isSafeInteger);
  });
  const isCounted = splices.length > 0 && splices.length <= MOST_SPLICES;
  return isUsableScriptPath(path) && areSums && areTexts && areInOrder && isCounted;
}
