'use strict';
// A scanner types the code and presses Enter. Each scan has a nonce of its own, so that what is sent again counts once.
const at = id => document.getElementById(id);
const words = document.body.dataset;
let current = null; // the last scan that was sent, for the keys of the staff
let admitted = null; // the nonce that can be taken back
let scans = 0; // an older state must not be shown over a newer one
let waiting = Promise.resolve(); // scans are shown in the order in which they were made

async function ask(action, question, tries) {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch('/' + action + '?lang=' + words.lang, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'X-Door': '1'},
        body: JSON.stringify(question)
      });
      if (!response.ok) throw new Error(await response.text());
      return await response.json();
    } catch (failure) {
      if (attempt >= tries) throw failure;
      await new Promise(again => setTimeout(again, 300 * attempt));
    }
  }
}

function show(light, title, sentence, detail) {
  at('result').className = light;
  at('light').textContent = title;
  at('sentence').textContent = sentence;
  at('detail').textContent = detail || '';
  if (at('sound').checked) beep(light);
}

function beep(light) {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  tone.frequency.value = light === 'GREEN' ? 880 : 220;
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.15);
}

function detail(told) {
  const parts = [];
  if (told.places > 1) parts.push(words.of.replace('#', told.in).replace('#', told.places));
  if (told.light === 'GREEN' && told.in < told.places) parts.push(words.next);
  if (told.when) parts.push(told.when);
  if (told.door) parts.push(words.since.replace('#', told.door));
  return parts.join(' · ');
}

function list(told) {
  if (told.age !== undefined) return words.age.replace('#', Math.floor(told.age / 60));
  return told.listOf === undefined ? words.nolist : words.listof.replace('#', told.listOf);
}

function state(told) {
  at('in').textContent = told.in === undefined ? '–' : told.in + ' / ' + told.expected;
  at('pending').textContent = told.pending === undefined ? '–' : told.pending;
  at('unchecked').textContent = told.unchecked;
  at('network').textContent = (told.offline ? words.offline : words.online) + ' · ' + list(told);
  at('last').replaceChildren(...told.last.map(scan => {
    const line = document.createElement('li');
    line.textContent = scan.at + '  ' + scan.title;
    return line;
  }));
}

function send(action, question) {
  scans++;
  waiting = waiting.then(async () => {
    try {
      const told = await ask(action, question, 4);
      if (told.light === 'GREEN') admitted = told.nonce;
      show(told.light, told.title, told.sentence, detail(told));
      state(told.state);
    } catch (failure) {
      show('AMBER', words.noserverTitle, words.noserver, '');
    }
  });
}

at('form').addEventListener('submit', event => {
  event.preventDefault();
  const code = at('code').value;
  at('code').value = '';
  if (!code.trim()) return;
  current = code;
  send('scan', {code: code, nonce: crypto.randomUUID(), heads: 1});
});

function staff() {
  if (current) send('staff', {code: current, nonce: crypto.randomUUID(), heads: 1});
  at('code').focus();
}

function undo() {
  if (!admitted) return;
  scans++;
  const nonce = admitted;
  admitted = null;
  waiting = waiting.then(async () => {
    try {
      const told = await ask('undo', {nonce: nonce}, 4);
      show('AMBER', told.undo === 'DONE' ? words.undone : words.notundone, '', '');
      state(told.state);
    } catch (failure) {
      admitted = nonce;
      show('AMBER', words.noserverTitle, words.noserver, '');
    }
  });
  at('code').focus();
}

at('staff').addEventListener('click', staff);
at('undo').addEventListener('click', undo);
document.addEventListener('keydown', event => {
  if (event.key === 'F2') { event.preventDefault(); staff(); }
  if (event.key === 'F4') { event.preventDefault(); undo(); }
  if (event.key === 'Escape') { at('code').value = ''; at('code').focus(); }
  // A scanner does not know where the focus is.
  const typing = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey && event.key !== ' ';
  if (typing && document.activeElement !== at('code')) at('code').focus();
});

function look() {
  const before = scans;
  ask('state', {}, 1).then(told => { if (scans === before) state(told); }, () => { at('network').textContent = words.noserverTitle; });
}
look();
setInterval(look, 5000);
