import { apiModule } from '../shared/refuse.cjs';

/** app.commandLine: what the run was started with and what the app adds before it is ready. */
export function commandLine(switches: Map<string, string>) {
  return apiModule('app.commandLine', {
    appendSwitch: (name: string, value = ''): void => {
      switches.set(name, value);
    },
    hasSwitch: (name: string): boolean => switches.has(name),
    getSwitchValue: (name: string): string => switches.get(name) ?? '',
    removeSwitch: (name: string): void => {
      switches.delete(name);
    },
    appendArgument: (argument: string): void => {
      switches.set(argument.replace(/^--/, ''), '');
    },
  });
}
