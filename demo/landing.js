const address = document.querySelector('#address');
const copy = document.querySelector('.copy');
const said = document.querySelector('.said');

const copyAddress = async () => {
  try {
    await navigator.clipboard.writeText(address.textContent);
    said.textContent = 'Copied. See you at spawn.';
  } catch {
    // Without the permission the address is selected, which is one key away from copied.
    getSelection().selectAllChildren(address);
    said.textContent = 'Selected. Press Ctrl + C to copy it.';
  }
};

copy.addEventListener('click', () => void copyAddress());
copy.hidden = false;
