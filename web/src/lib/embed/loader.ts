/**
 * What a page elsewhere loads to show the map, the directory or the sessions: it puts a frame where its tag stands, with the tag's `data-*` as the
 * view. Written for any browser of the last ten years, without a dependency, and it reads nothing of the page.
 */
export const loaderOf = (path: string, titles: { fr: string; en: string }): string => `(function () {
  var tag = document.currentScript;
  if (!tag || tag.dataset.ancrage) return;
  tag.dataset.ancrage = 'shown';
  var origin = new URL(tag.src).origin;
  var view = [];
  for (var name in tag.dataset) {
    if (['ancrage', 'titre', 'langue', 'hauteur'].indexOf(name) < 0)
      view.push(encodeURIComponent(name) + '=' + encodeURIComponent(tag.dataset[name]));
  }
  var height = parseInt(tag.dataset.hauteur, 10);
  var frame = document.createElement('iframe');
  frame.src = origin + (tag.dataset.langue === 'en' ? '/en' : '') + '${path}' + (view.length ? '?' + view.join('&') : '');
  frame.title = tag.dataset.titre || (tag.dataset.langue === 'en' ? ${JSON.stringify(titles.en)} : ${JSON.stringify(titles.fr)});
  frame.loading = 'lazy';
  frame.allowFullscreen = true;
  frame.style.cssText = 'display:block;width:100%;border:0;height:' + (height >= 240 && height <= 2000 ? height : 560) + 'px;max-height:92vh';
  tag.parentNode.insertBefore(frame, tag.nextSibling);
})();
`;
