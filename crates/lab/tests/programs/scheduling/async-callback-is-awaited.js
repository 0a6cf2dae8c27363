// The promise of a task whose callback is async settles when that is over, and other tasks run meanwhile.
scheduler.postTask(async () => { console.log('begin'); await reply(60); console.log('end'); return 'r'; }).then(v => console.log(v));
scheduler.postTask(() => console.log('other task'));
