// Chains by catch, finally and then that begin together end at different ticks.
const no = Promise.reject('x');
no.then(() => {}).catch(() => console.log('then catch'));
no.catch(() => {}).then(() => console.log('catch then'));
no.finally(() => {}).catch(() => console.log('finally catch'));
no.then(null, () => {}).finally(() => {}).then(() => console.log('then finally then'));
(async () => { try { await no; } catch { await null; } console.log('async try'); })();
