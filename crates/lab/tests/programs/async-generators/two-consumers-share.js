// Two for await loops over one async generator share its values between them.
async function* g() { for (let i = 1; i <= 4; i++) yield i; }
const it = g();
const use = async label => { for await (const v of it) console.log(label, v); console.log(label, 'over'); };
use('A'); use('B');
