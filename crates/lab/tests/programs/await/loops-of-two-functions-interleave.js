// Two async loops that await in every round take turns.
async function count(label) {
  for (let i = 0; i < 3; i++) { console.log(label, i); await null; }
  console.log(label, 'done');
}
count('a');
count('b');
console.log('both started');
