// Paperpress pages work without this script; it adds keys, copying, citations on tap, and search.
(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // "/" goes to the search field
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const field = one('[data-find]');
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    }
  });

  // Citations: hover and focus are CSS; a tap on "cite" holds one open, Escape closes it
  const tips = all('[data-tip]');
  const close = except => tips.forEach(tip => tip !== except && tip.classList.remove('open'));
  tips.forEach(tip => {
    const button = one('.cite', tip);
    if (button) {
      button.addEventListener('click', () => {
        close(tip);
        tip.classList.remove('shut');
        tip.classList.toggle('open');
      });
    }
    ['mouseleave', 'focusin', 'mouseenter'].forEach(type => tip.addEventListener(type, () => tip.classList.remove('shut')));
  });
  if (tips.length) {
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        close();
        tips.filter(tip => tip.matches(':hover, :focus-within')).forEach(tip => tip.classList.add('shut'));
      }
    });
    document.addEventListener('click', event => close(event.target.closest('[data-tip]')));
  }

  // Contents: closed on phones, and aware of where one reads
  const contents = one('[data-contents]');
  if (contents) {
    if (matchMedia('(max-width: 62rem)').matches) contents.open = false;
    const links = new Map(all('a[href^="#"]', contents).map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const heads = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
    const follow = () => {
      let here = heads[0];
      for (const head of heads) if (head.getBoundingClientRect().top < 120) here = head;
      links.forEach((link, id) => id === here.id ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
    };
    let waiting = false;
    addEventListener('scroll', () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => { waiting = false; follow(); });
      }
    }, { passive: true });
    if (heads.length) follow();
  }

  // Copy buttons say that they did
  all('[data-copy]').forEach(button => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
  });
  if (location.hash === '#cite') {
    const bibtex = one('#style-bibtex');
    if (bibtex) bibtex.checked = true;
  }

  // A submission: five steps that light up
  const followed = one('[data-submission]');
  if (followed) {
    const id = location.pathname.split('/')[2] || '';
    const WORDS = {
      received: 'Received. The catalogue decides in a moment.',
      accepted: 'Accepted: a new paper. Its pages follow in a moment.',
      updated: 'Known already; what was new about it has been added.',
      duplicate: 'Already in the catalogue, with everything said here.',
      inReview: 'Waits for a maintainer to look at it.',
      rejected: 'Refused. What to change stands below.',
      indexed: 'Searchable. Its pages follow in a moment.',
      published: 'Published.',
    };
    const remark = (found, list) => list.replaceChildren(...found.map(({ pointer, message }) =>
      make('li', '', pointer ? `${pointer}: ${message}` : message)));
    const draw = submission => {
      const at = Object.fromEntries((submission.timeline || []).map(({ stage, at }) => [stage, at]));
      const decided = at.accepted || at.updated || at.duplicate || at.inReview || at.rejected;
      const times = { received: at.received, decided, stored: at.accepted || at.updated || at.duplicate, indexed: at.indexed, published: at.published };
      all('[data-step]', followed).forEach(step => {
        const time = times[step.dataset.step];
        step.classList.toggle('done', Boolean(time));
        one('time', step).textContent = time ? new Date(time).toLocaleTimeString() : '';
      });
      one('[data-words]', followed).textContent = WORDS[submission.status] || submission.status;
      remark(submission.problems || [], one('[data-problems]', followed));
      remark(submission.warnings || [], one('[data-warnings]', followed));
      const link = one('[data-page]', followed);
      if (submission.paperId && at.published) {
        link.hidden = false;
        link.href = `/papers/${encodeURIComponent(submission.paperId)}/`;
      }
      return !at.published && !at.rejected;
    };
    const follow = async () => {
      let goOn = true;
      try {
        const response = await fetch(`/api/submissions/${encodeURIComponent(id)}`, { headers: { Accept: 'application/json' } });
        if (response.ok) {
          goOn = draw(await response.json());
        } else if (response.status === 404) {
          goOn = false;
          one('[data-words]', followed).textContent = 'There is no such submission.';
        }
      } catch {
        one('[data-words]', followed).textContent = 'Away for the moment; trying again.';
      }
      if (goOn) setTimeout(follow, 1000);
    };
    if (id) follow();
    else one('[data-words]', followed).textContent = 'The address names no submission.';
  }

  // Search: the address says it all
  const search = one('[data-search]');
  if (!search) return;
  const FACETS = { year: 'Year', venue: 'Venue', keyword: 'Keyword', institution: 'Institution', author: 'Author', list: 'Reading list' };
  const form = one('form.big', search);
  const parts = { total: one('[data-total]'), hits: one('[data-hits]'), facets: one('[data-facets]'), chosen: one('[data-chosen]'), more: one('[data-more]') };
  let cursor = null;
  let running = null;

  const parameters = () => new URLSearchParams(location.search);
  const go = change => {
    const next = parameters();
    change(next);
    [...next.entries()].forEach(([name, value]) => value || next.delete(name));
    history.pushState(null, '', '?' + next);
    show();
  };
  const safe = html => {
    const fragment = document.createDocumentFragment();
    new DOMParser().parseFromString(html, 'text/html').body.childNodes.forEach(node =>
      fragment.append(node.nodeName === 'EM' ? make('em', '', node.textContent) : document.createTextNode(node.textContent)));
    return fragment;
  };
  const web = url => typeof url === 'string' && /^https?:\/\//i.test(url);
  const name = author => typeof author === 'string' ? author : author.name;

  const hit = paper => {
    const item = make('li', 'paper');
    const title = make('p', 'title');
    const link = make('a');
    link.href = `/papers/${encodeURIComponent(paper.paperId)}/`;
    const marked = paper.highlights && paper.highlights.title && paper.highlights.title[0];
    link.append(marked ? safe(marked) : paper.title);
    title.append(link);
    item.append(title);
    const authors = (paper.authors || []).map(name);
    if (authors.length) {
      item.append(make('div', 'by', authors.length > 7 ? `${authors.slice(0, 6).join(', ')} and ${authors.length - 6} more` : authors.join(', ')));
    }
    const facts = make('p', 'facts');
    const where = [paper.venue, paper.year].filter(Boolean).join(' ');
    if (where) facts.append(make('span', 'chip', where));
    if (paper.shortName && paper.shortName !== paper.title) facts.append(make('span', 'short', paper.shortName));
    const seen = new Set();
    (paper.links || []).forEach(({ rel, label, url }) => {
      const text = rel === 'code' || rel === 'note' ? rel : label || rel;
      if (web(url) && !seen.has(text)) {
        seen.add(text);
        const out = make('a', 'out', text);
        out.href = url;
        out.rel = 'noopener noreferrer';
        facts.append(out);
      }
    });
    item.append(facts);
    return item;
  };

  const facets = found => {
    parts.facets.replaceChildren(...Object.entries(FACETS).flatMap(([facet, label]) => {
      const chosen = parameters().getAll(facet);
      const values = (found[facet] || []).filter(({ value }) => !chosen.includes(String(value))).slice(0, 8);
      if (!values.length) return [];
      const section = make('section', 'facet');
      section.append(make('h2', '', label));
      values.forEach(({ value, count }) => {
        const button = make('button');
        button.type = 'button';
        button.append(make('span', '', String(value)), make('span', 'n', String(count)));
        button.addEventListener('click', () => go(next => next.append(facet, value)));
        section.append(button);
      });
      return [section];
    }));
    parts.chosen.replaceChildren(...[...parameters().entries()].filter(([facet]) => facet in FACETS).map(([facet, value]) => {
      const item = make('li');
      const button = make('button', '', `${FACETS[facet]}: ${value} ×`);
      button.type = 'button';
      button.setAttribute('aria-label', `Remove filter ${FACETS[facet]}: ${value}`);
      button.addEventListener('click', () => go(next => next.delete(facet, value)));
      item.append(button);
      return item;
    }));
  };

  const say = (found, query) => {
    if (found.total === 0) {
      parts.total.textContent = query ? 'Nothing found. Fewer words or fewer filters find more.' : 'Nothing found.';
      if (found.suggestion) {
        const link = make('a', '', found.suggestion);
        link.href = '?' + new URLSearchParams({ q: found.suggestion });
        parts.total.append(' Did you mean ', link, '?');
      }
    } else {
      parts.total.textContent = `${found.total.toLocaleString('en')} ${found.total === 1 ? 'paper' : 'papers'} in ${found.tookMs} ms`;
    }
  };

  const show = async after => {
    const asked = parameters();
    if (document.activeElement !== form.elements.q || !form.elements.q.value) form.elements.q.value = asked.get('q') || '';
    form.elements.sort.value = asked.get('sort') || 'relevance';
    if (after) asked.set('after', after);
    if (running) running.abort();
    running = new AbortController();
    try {
      const response = await fetch('/api/search?' + asked, { signal: running.signal, headers: { Accept: 'application/json' } });
      if (!response.ok) throw new Error(String(response.status));
      const found = await response.json();
      const hits = (found.hits || []).map(hit);
      after ? parts.hits.append(...hits) : parts.hits.replaceChildren(...hits);
      if (!after) facets(found.facets || {});
      say(found, asked.get('q'));
      cursor = found.after || null;
      parts.more.hidden = !cursor || parts.hits.children.length >= found.total;
    } catch (problem) {
      if (problem.name !== 'AbortError') parts.total.textContent = 'Search is away for the moment. Please try again in a few seconds.';
    }
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    go(next => {
      next.set('q', form.elements.q.value.trim());
      next.set('sort', form.elements.sort.value === 'relevance' ? '' : form.elements.sort.value);
    });
  });
  form.elements.sort.addEventListener('change', () => form.requestSubmit());
  let typing = null;
  form.elements.q.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      const next = parameters();
      const words = form.elements.q.value.trim();
      words ? next.set('q', words) : next.delete('q');
      history.replaceState(null, '', '?' + next);
      show();
    }, 200);
  });
  parts.more.addEventListener('click', () => cursor && show(cursor));
  addEventListener('popstate', () => show());
  show();
})();
