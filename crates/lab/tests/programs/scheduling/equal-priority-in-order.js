// Tasks of one priority run in the order in which they were posted, whichever the priority.
for (const priority of ['background', 'user-blocking']) {
  for (const n of [1, 2, 3]) scheduler.postTask(() => console.log(priority, n), { priority });
}
