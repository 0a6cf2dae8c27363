// A pool of two workers takes jobs in order and logs them as they finish.
const jobs = [['a', 160], ['b', 60], ['c', 200], ['d', 40]];
async function worker(n) { let j; while ((j = jobs.shift())) { console.log('worker', n, 'takes', j[0]); await reply(j[1]); console.log('worker', n, 'ends', j[0]); } console.log('worker', n, 'idle'); }
Promise.all([worker(1), worker(2)]).then(() => console.log('all idle'));
