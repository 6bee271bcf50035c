// Answers webUtils.getPathForFile. The preload's world halts at its question as in a debugger: see page/web-utils.cts.
import { complain, type Session } from './devtools.cjs';

async function answerQuestion(session: Session, contextId: number, questionName: string): Promise<void> {
  const question = `globalThis[${JSON.stringify(questionName)}]`;
  const { result } = await session.send('Runtime.evaluate', { expression: `${question}?.file`, contextId });
  // A page may have a debugger statement of its own.
  if (result.objectId === undefined) return;
  const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
  await session.send('Runtime.evaluate', { expression: `${question}.path = ${JSON.stringify(path)}`, contextId });
}

export function answerFilePaths(session: Session, preloadContext: () => number | null, questionName: string): void {
  session.on('Debugger.paused', () => {
    const contextId = preloadContext();
    const answered = contextId === null ? Promise.resolve() : answerQuestion(session, contextId, questionName);
    void answered.catch(complain).finally(() => {
      session.tell('Debugger.resume', {});
    });
  });
}
