// A try catches the rejection of a promise only if it is awaited before it is returned.
const fail = () => Promise.reject('failed');
async function bare() { try { return fail(); } catch (e) { return 'caught in bare'; } }
async function awaited() { try { return await fail(); } catch (e) { return 'caught in awaited'; } }
bare().then(v => console.log(v), e => console.log('bare rejected', e));
awaited().then(v => console.log(v), e => console.log('awaited rejected', e));
