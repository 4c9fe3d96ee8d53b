'use strict';
// The page of a service that runs. It shows everything without this script; what is here acts on buttons.

(() => {
  // The operator's token is asked for when something is changed, and kept for as long as this tab is open.
  const KEPT = 'bandwatch-operator';
  const dialog = document.getElementById('acknowledge');
  const form = dialog && dialog.querySelector('form');
  let incident = '';

  function ask(button) {
    const cells = button.closest('tr').cells;
    incident = button.dataset.acknowledge;
    dialog.querySelector('.of').textContent = [cells[1], cells[2], cells[0]].map(cell => cell.textContent).join(', ');
    form.elements.note.value = '';
    complain('');
    dialog.showModal();
  }

  function complain(problem) {
    const place = dialog.querySelector('.note');
    place.textContent = problem;
    place.hidden = problem === '';
    dialog.querySelector('.token').hidden = sessionStorage.getItem(KEPT) !== null;
  }

  async function send() {
    const token = sessionStorage.getItem(KEPT) || form.elements.token.value.trim();
    form.elements.token.value = '';
    const answer = await fetch('/api/v1/incidents/' + encodeURIComponent(incident) + '/acknowledge', {
      method: 'POST',
      headers: {'Authorization': 'Bearer ' + token, 'Content-Type': 'application/json'},
      body: JSON.stringify({who: form.elements.who.value, note: form.elements.note.value})
    });
    if (answer.status === 401) {
      sessionStorage.removeItem(KEPT);
    } else {
      sessionStorage.setItem(KEPT, token);
    }
    if (answer.ok) {
      location.reload();
    } else {
      complain((await answer.json()).error);
    }
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-acknowledge]');
    if (button && dialog) {
      ask(button);
    }
  });

  if (dialog) {
    dialog.querySelector('.plain').addEventListener('click', () => dialog.close());
    form.addEventListener('submit', event => {
      event.preventDefault();
      send().catch(problem => complain(String(problem)));
    });
  }
})();
