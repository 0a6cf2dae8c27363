// A long microtask holds back a timer that has long been due, and so does the one after it.
setTimeout(() => console.log('timer'), 10);
queueMicrotask(() => { busy(60); console.log('first long one'); queueMicrotask(() => { busy(30); console.log('second long one'); }); });
