// The parts of a template literal are evaluated from left to right across its awaits.
let state = 'old';
(async () => { console.log(`${state} ${await 'mid'} ${state} ${await 'end'} ${state}`); })();
state = 'new';
queueMicrotask(() => { state = 'newer'; console.log('changed'); });
