import { describe, expect, it } from 'vitest';
import { cleanHtml } from './clean-html.ts';

describe('cleanHtml', () => {
  it.each([
    ['<p>Boats &amp; tides &#38; <b>more</b></p>', '<p>Boats &amp; tides &#38; <b>more</b></p>'],
    ['<P ALIGN=left>x</P><BR>', '<p align="left">x</p><br />'],
    ['a<script>alert("<b>")</script>b<style>p{}</style>c', 'abc'],
    ['<img src=x.png onerror="alert(1)" OnLoad=y()>', '<img src="https://e.example/dir/x.png" />'],
    ['<a href="java\nscript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href=" JavaScript&colon;alert(1)">x</a>', '<a>x</a>'],
    ['<a href="&#106;avascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
    ['<a href="../up?a=1&amp;b=2">x</a>', '<a href="https://e.example/up?a=1&amp;b=2">x</a>'],
    ['<a href="#part">x</a>', '<a href="https://e.example/dir/page#part">x</a>'],
    ['<iframe srcdoc="<script>x</script>">in</iframe><object data=x>o</object><base href=//evil>', 'ino'],
    ['<!-- hidden --><!DOCTYPE x><?php x ?>seen', 'seen'],
    [
      '<span style="color:red; position:fixed; background:url(javascript:x)">x</span>',
      '<span style="color: red;">x</span>',
    ],
    ['<span style="width: expression(alert(1))">x</span>', '<span>x</span>'],
    ['<svg viewBox="0 0 1 1" onload=x><path d="M0"/></svg>', '<svg viewBox="0 0 1 1"><path d="M0" /></svg>'],
    ['<unknown>kept</unknown>', 'kept'],
    ['<a title=\'say "hi" <b>\'>x</a>', '<a title="say &quot;hi&quot; &lt;b>">x</a>'],
    ['1 < 2 and <', '1 &lt; 2 and &lt;'],
    ['cut <a href="x', 'cut '],
  ])('%j', (html, expected) => {
    expect(cleanHtml(html, 'https://e.example/dir/page')).toBe(expected);
  });

  it('leaves relative addresses as they are when no base is known', () => {
    expect(cleanHtml('<a href="/x">x</a>', null)).toBe('<a href="/x">x</a>');
  });
});
