import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { BusWriter, type BusReader } from './bus-message';
import { PRIVATE_FOLDER, requirePrivateMachine, USER_NODE } from './private-machine';
import { mustRun } from './processes';
import { readStartTime } from './pool-record';
import { type Answer, SystemBus } from './system-bus';

const PKEXEC = '/usr/bin/pkexec';
const REAL_PKEXEC = `${PRIVATE_FOLDER}/pkexec`;
const WRAPPER = `${PRIVATE_FOLDER}/pkexec-with-agent`;
const SOCKET = `${PRIVATE_FOLDER}/agent.sock`;
const AGENT_PATH = '/org/freedesktop/PolicyKit1/AuthenticationAgent';

const authority = {
  destination: 'org.freedesktop.PolicyKit1',
  path: '/org/freedesktop/PolicyKit1/Authority',
  interface: 'org.freedesktop.PolicyKit1.Authority',
};

/** What the person at the password dialog does. */
export type DialogAnswer = 'type-the-password' | 'type-a-wrong-password' | 'close-the-dialog';

/** A dialog that polkit asked for. */
export interface Prompt {
  readonly action: string;
  readonly sentence: string;
}

export interface PolkitAgent {
  /** Every dialog so far: one for each password that a person would have had to type. */
  readonly prompts: readonly Prompt[];
  readonly stop: () => Promise<void>;
}

/**
 * A real polkit agent, as a desktop has one, with a person who always does the same. Needs `startPolkit({ rule: 'none'
 * })`. An agent speaks for a login session or for one process; without logind there are no sessions, so /usr/bin/pkexec
 * is covered by a script that announces itself as the process to speak for and then runs the real pkexec as its child.
 */
export async function startPolkitAgent(answer: DialogAnswer): Promise<PolkitAgent> {
  requirePrivateMachine();
  const prompts: Prompt[] = [];
  const bus: SystemBus = await SystemBus.open(async ({ member, body }) => {
    if (member !== 'BeginAuthentication') return { kind: 'return' };
    const dialog = readDialog(body);
    prompts.push({ action: dialog.action, sentence: dialog.sentence });
    return await answerDialog(bus, dialog, answer);
  });
  const server = await listen(bus);
  await coverPkexec();
  return {
    prompts,
    stop: async () => {
      await mustRun(['umount', PKEXEC]);
      await mustRun(['umount', REAL_PKEXEC]);
      server.close();
      bus.close();
    },
  };
}

interface Dialog extends Prompt {
  readonly cookie: string;
  /** Who may give the password; polkit lists at least one account. */
  readonly uids: readonly number[];
}

/** BeginAuthentication(s action, s message, s icon, a{ss} details, s cookie, a(sa{sv}) identities). */
function readDialog(body: BusReader): Dialog {
  const action = body.text();
  const sentence = body.text();
  body.text();
  body.array(8, () => [body.align(8).text(), body.text()]);
  const cookie = body.text();
  const uids = body
    .array(8, () => {
      const kind = body.align(8).text();
      const details = body.array(8, () => [body.align(8).text(), body.variant()] as const);
      return kind === 'unix-user' ? details.find(([name]) => name === 'uid')?.[1] : undefined;
    })
    .filter((uid) => typeof uid === 'number');
  return { action, sentence, cookie, uids };
}

async function answerDialog(bus: SystemBus, { cookie, uids }: Dialog, answer: DialogAnswer): Promise<Answer> {
  switch (answer) {
    case 'close-the-dialog':
      return { kind: 'error', name: 'org.freedesktop.PolicyKit1.Error.Cancelled' };
    case 'type-a-wrong-password':
      return { kind: 'return' };
    case 'type-the-password': {
      const body = new BusWriter().uint32(0).text(cookie).align(8).text('unix-user');
      body.array(8, (inner) =>
        inner
          .align(8)
          .text('uid')
          .signature('u')
          .uint32(uids[0] ?? 0),
      );
      await bus.call({ ...authority, member: 'AuthenticationAgentResponse2', signature: 'us(sa{sv})', body });
      return { kind: 'return' };
    }
  }
}

/** Hears of each pkexec script by its pid, registers the agent for it, and lets it go on. */
async function listen(bus: SystemBus): Promise<Server> {
  rmSync(SOCKET, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.setEncoding('utf8').on('data', (pid: string) => {
      void registerFor(bus, Number(pid)).finally(() => socket.end());
    });
  });
  server.listen(SOCKET);
  await once(server, 'listening');
  chmodSync(SOCKET, 0o666);
  return server;
}

/** RegisterAuthenticationAgent((sa{sv}) subject, s locale, s object_path). */
async function registerFor(bus: SystemBus, pid: number): Promise<void> {
  const body = new BusWriter().text('unix-process').array(8, (inner) => {
    inner.align(8).text('pid').signature('u').uint32(pid);
    inner
      .align(8)
      .text('start-time')
      .signature('t')
      .uint64(BigInt(readStartTime(pid) ?? '0'));
  });
  body.text('en_US.UTF-8').text(AGENT_PATH);
  await bus.call({ ...authority, member: 'RegisterAuthenticationAgent', signature: '(sa{sv})ss', body });
}

async function coverPkexec(): Promise<void> {
  const announce = 'require("node:net").connect(process.argv[1]).end(process.argv[2]).resume()';
  const script = `#!/bin/sh\n${USER_NODE} -e '${announce}' ${SOCKET} "$$"\n${REAL_PKEXEC} "$@"\n`;
  writeFileSync(WRAPPER, script, { mode: 0o755 });
  writeFileSync(REAL_PKEXEC, '');
  await mustRun(['mount', '--bind', PKEXEC, REAL_PKEXEC]);
  await mustRun(['mount', '--bind', WRAPPER, PKEXEC]);
}
