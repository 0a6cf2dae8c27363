document.querySelector('p').textContent = 'Porridge is oats, water and patience.';
