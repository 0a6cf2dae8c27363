// A timer can clear another that is due at the same time and would run next.
setTimeout(() => { console.log('first'); clearTimeout(second); }, 20);
const second = setTimeout(() => console.log('never'), 20);
setTimeout(() => console.log('third'), 20);
