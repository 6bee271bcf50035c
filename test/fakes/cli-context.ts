import type { Locale } from '../../common/locale';
import { translatorFor } from '../../common/text/translator';
import type { CliIo } from '../../main/cli/cli-io';
import type { CommandContext } from '../../main/cli/context';
import { parseCommandLine } from '../../main/cli/parse-command-line';
import { type FakeCli, fakeCli } from './cli-io';

/** What a command gets for these arguments, with what it prints; paint shows the style: `<bold>text`. */
export function fakeContext(
  argv: readonly string[] = [],
  overrides: Partial<CliIo> = {},
  locale: Locale = 'en',
): FakeCli & { readonly context: CommandContext } {
  const cli = fakeCli(overrides);
  const { options, operand } = parseCommandLine(argv);
  const context: CommandContext = {
    io: cli.io,
    options,
    operand,
    translator: translatorFor(locale),
    paint: (style, text) => `<${style}>${text}`,
  };
  return { ...cli, context };
}
