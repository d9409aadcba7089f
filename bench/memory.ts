import { execFileSync } from 'child_process';
import { setTimeout } from 'timers/promises';

const MILLISECONDS = 250;

/** The most memory that a process and those it started hold at once, in bytes; looks four times a second until the end. */
export async function peakMemory(pid: number, end: Promise<unknown>): Promise<number> {
  let running = true;
  void end.then(() => running = false);
  let peak = 0;
  while (running) {
    peak = Math.max(peak, memory(pid));
    await setTimeout(MILLISECONDS);
  }
  return peak;
}

function memory(root: number): number {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const processes = table.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const sum = (pid: number): number => processes
    .filter(([, parent]) => parent === pid)
    .reduce((bytes, [child]) => bytes + sum(child), (processes.find(([each]) => each === pid)?.[2] ?? 0) * 1024);
  return sum(root);
}
