// A missing, a negative and an invalid delay all mean no delay and so keep the order of creation.
setTimeout(() => console.log('missing'));
setTimeout(() => console.log('negative'), -100);
setTimeout(() => console.log('not a number'), NaN);
setTimeout(() => console.log('text'), 'soon');
setTimeout(() => console.log('null'), null);
