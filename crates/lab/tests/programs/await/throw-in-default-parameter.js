// A default parameter that throws rejects the promise of the async function instead of throwing.
const bad = () => { console.log('default'); throw 'bad'; };
async function f(x = bad()) { console.log('body'); }
try { f().then(() => console.log('ok'), e => console.log('rejected', e)); console.log('returned'); }
catch (e) { console.log('thrown', e); }
