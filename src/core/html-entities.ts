// HTML 4's named characters, complete: Latin-1 in order from U+00A0, then the others by code.
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const OTHERS =
  'quot22 amp26 lt3C gt3E apos27 OElig152 oelig153 Scaron160 scaron161 Yuml178 circ2C6 tilde2DC ensp2002 emsp2003 thinsp2009 zwnj200C zwj200D lrm200E rlm200F ndash2013 mdash2014 lsquo2018 rsquo2019 sbquo201A ldquo201C rdquo201D bdquo201E dagger2020 Dagger2021 permil2030 lsaquo2039 rsaquo203A euro20AC fnof192 Alpha391 Beta392 Gamma393 Delta394 Epsilon395 Zeta396 Eta397 Theta398 Iota399 Kappa39A Lambda39B Mu39C Nu39D Xi39E Omicron39F Pi3A0 Rho3A1 Sigma3A3 Tau3A4 Upsilon3A5 Phi3A6 Chi3A7 Psi3A8 Omega3A9 alpha3B1 beta3B2 gamma3B3 delta3B4 epsilon3B5 zeta3B6 eta3B7 theta3B8 iota3B9 kappa3BA lambda3BB mu3BC nu3BD xi3BE omicron3BF pi3C0 rho3C1 sigmaf3C2 sigma3C3 tau3C4 upsilon3C5 phi3C6 chi3C7 psi3C8 omega3C9 thetasym3D1 upsih3D2 piv3D6 bull2022 hellip2026 prime2032 Prime2033 oline203E frasl2044 weierp2118 image2111 real211C trade2122 alefsym2135 larr2190 uarr2191 rarr2192 darr2193 harr2194 crarr21B5 lArr21D0 uArr21D1 rArr21D2 dArr21D3 hArr21D4 forall2200 part2202 exist2203 empty2205 nabla2207 isin2208 notin2209 ni220B prod220F sum2211 minus2212 lowast2217 radic221A prop221D infin221E ang2220 and2227 or2228 cap2229 cup222A int222B there42234 sim223C cong2245 asymp2248 ne2260 equiv2261 le2264 ge2265 sub2282 sup2283 nsub2284 sube2286 supe2287 oplus2295 otimes2297 perp22A5 sdot22C5 lceil2308 rceil2309 lfloor230A rfloor230B lang2329 rang232A loz25CA spades2660 clubs2663 hearts2665 diams2666 numero2116'

const NAMED = new Map<string, string>([
  ...LATIN_1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...OTHERS.split(' ').map((item): readonly [string, string] => {
    const match = /^(there4|[A-Za-z]*?)([0-9A-F]{2,4})$/u.exec(item)!
    return [match[1]!, String.fromCharCode(Number.parseInt(match[2]!, 16))]
  }),
])

// Numbers 128 to 159 mean windows-1252, as browsers read them (HTML standard, numeric character references).
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));?/y

const numbered = (code: number): string => {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80]!
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
}

/** The character reference at a position: what it stands for, and its length in the source; null when there is none. */
export const referenceAt = (source: string, at: number): { readonly text: string; readonly length: number } | null => {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  if (!match) return null
  const [whole, decimal, hex, name] = match
  if (decimal !== undefined) return { text: numbered(Number(decimal)), length: whole.length }
  if (hex !== undefined) return { text: numbered(Number.parseInt(hex, 16)), length: whole.length }
  const text = NAMED.get(name!)
  return text === undefined ? null : { text, length: whole.length }
}

/** Replaces the character references of an attribute's value. */
export const decodeReferences = (source: string): string => {
  if (!source.includes('&')) return source
  let text = ''
  for (let at = 0; at < source.length; ) {
    const found = source[at] === '&' ? referenceAt(source, at) : null
    text += found ? found.text : source[at]
    at += found ? found.length : 1
  }
  return text
}
