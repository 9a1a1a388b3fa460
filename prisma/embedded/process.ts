/** Whether a process of that id exists, ours or not. */
export const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** What the server's processes see of ours: no chat tokens, and messages in English so that they can be read here. */
export const serverEnv = (): NodeJS.ProcessEnv => {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR, LC_ALL: 'C', TZ: 'UTC' };
};
