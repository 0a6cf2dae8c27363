// queueMicrotask throws at once when it is not given a function.
try { queueMicrotask('text'); } catch (e) { console.log(e.name); }
try { queueMicrotask(); } catch (e) { console.log(e.name); }
queueMicrotask(() => console.log('works'));
console.log('sync');
