/** Keeps what is written to standard output from the terminal, until mocks are restored; gives what was written so far. */
export function catchStandardOutput(): () => string {
  let written = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text.toString();
    return true;
  });
  return () => written;
}
