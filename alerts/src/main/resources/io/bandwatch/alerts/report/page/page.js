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

  // What a link of a carrier leads to is shown in a row below it; asked for again, it goes. One sound at a time.
  function shut(row) {
    row.querySelectorAll('audio').forEach(player => {
      player.pause();
      player.removeAttribute('src');
      player.load();
    });
    row.remove();
  }

  function open(link, elements) {
    const below = link.closest('tr');
    const kind = link.className;
    const shown = [...document.querySelectorAll('tr.shown')];
    const same = shown.find(row => row.dataset.of === link.getAttribute('href'));
    shown.filter(row => row === same || (kind === 'play' && row.dataset.kind === 'play')).forEach(shut);
    if (same) {
      return;
    }
    const row = document.createElement('tr');
    row.className = 'shown';
    row.dataset.of = link.getAttribute('href');
    row.dataset.kind = kind;
    const cell = row.insertCell();
    cell.colSpan = below.cells.length;
    cell.append(...elements(link.href));
    below.after(row);
  }

  function player(address) {
    const audio = document.createElement('audio');
    audio.controls = true;
    audio.autoplay = true;
    audio.src = address;
    return [audio];
  }

  function pictures(address) {
    return [address, address.replace('spectrum.png', 'waterfall.png')].map(source => {
      const image = document.createElement('img');
      image.alt = source.substring(source.lastIndexOf('/') + 1);
      image.src = source;
      return image;
    });
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-acknowledge]');
    const link = event.target.closest('a.play, a.look');
    if (button && dialog) {
      ask(button);
    } else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(link, link.className === 'play' ? player : pictures);
    }
  });

  // The page follows what stands, but for parts in which somebody is looking or listening.
  async function follow() {
    if (document.hidden || (dialog && dialog.open)) {
      return;
    }
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of answer.ok ? document.querySelectorAll('body > div[id]') : []) {
      const next = fresh.getElementById(part.id);
      const busy = part.querySelector('.shown') || [...part.querySelectorAll('audio')].some(audio => !audio.paused);
      if (next && !busy && next.innerHTML !== part.innerHTML) {
        part.replaceChildren(...next.childNodes);
      }
    }
  }

  const stale = document.getElementById('stale');
  setInterval(() => follow().then(() => { stale.hidden = true; }, () => { stale.hidden = false; }), 10000);

  if (dialog) {
    dialog.querySelector('.plain').addEventListener('click', () => dialog.close());
    form.addEventListener('submit', event => {
      event.preventDefault();
      send().catch(problem => complain(String(problem)));
    });
  }
})();
