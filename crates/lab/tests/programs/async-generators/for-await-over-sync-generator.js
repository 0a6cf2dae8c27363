// A for await loop over a synchronous generator resumes it only when the value before has been awaited.
function* g() { console.log('give 1'); yield reply(50, 'one'); console.log('give 2'); yield 'two'; console.log('finish'); }
(async () => { for await (const v of g()) console.log('got', v); })();
console.log('sync');
