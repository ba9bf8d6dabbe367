/**
 * What elements of Office files may hold, and in which order (ECMA-376, part 1): those that the deliverables are made of. A strict reader takes a file for
 * damaged on a child that the schema does not expect there.
 */

/** Children in this order, each at most once unless it is followed by `*`. */
const SEQUENCES: Readonly<Record<string, string>> = {
  // WordprocessingML: 17.3, 17.4, 17.6, 17.7.
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:numPr': 'ilvl numId',
  'w:pBdr': 'top left bottom right between bar',
  'w:tbl': 'tblPr tblGrid tr*',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tr': 'tblPrEx trPr tc*',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:sdt': 'sdtPr sdtEndPr sdtContent',
  'w:sectPr':
    'headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr a:graphic',
  // PresentationML: 19.3.
  'p:sld': 'cSld clrMapOvr transition timing extLst',
  'p:sldLayout': 'cSld clrMapOvr transition timing hf extLst',
  'p:sldMaster': 'cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst',
  'p:cSld': 'bg spTree custDataLst controls extLst',
  'p:sp': 'nvSpPr spPr style txBody extLst',
  'p:pic': 'nvPicPr blipFill spPr style extLst',
  'p:graphicFrame': 'nvGraphicFramePr xfrm a:graphic extLst',
  'p:txBody': 'a:bodyPr a:lstStyle a:p*',
  // DrawingML: 21.1.
  'a:tbl': 'tblPr tblGrid tr*',
  'a:tc': 'txBody tcPr extLst',
  'a:tcPr': 'lnL lnR lnT lnB lnTlToBr lnBlToTr noFill solidFill gradFill extLst',
  'a:r': 'rPr t',
  'a:ln': 'noFill solidFill prstDash custDash round bevel miter headEnd tailEnd extLst',
  // Charts: 21.2.
  'c:chartSpace':
    'date1904 lang roundedCorners clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes extLst',
  'c:ser':
    'idx order tx spPr invertIfNegative marker pictureOptions dPt* dLbls trendline* errBars* cat xVal val yVal smooth shape extLst',
  'c:scatterChart': 'scatterStyle varyColors ser* dLbls axId* extLst',
  'c:catAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
  'c:valAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
  'c:scaling': 'logBase orientation max min extLst',
  'c:dLbls':
    'dLbl* delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
  'c:title': 'tx layout overlay spPr txPr extLst',
  'c:legend': 'legendPos legendEntry* layout overlay spPr txPr extLst',
};

/** First these, in order, then any of the others. */
const FREE: Readonly<Record<string, readonly [first: string, others: string]>> = {
  'w:body': ['', 'p tbl sdt sectPr bookmarkStart bookmarkEnd'],
  'w:p': ['pPr', 'r hyperlink fldSimple bookmarkStart bookmarkEnd sdt'],
  'w:hyperlink': ['', 'r fldSimple bookmarkStart bookmarkEnd'],
  'w:fldSimple': ['fldData', 'r hyperlink'],
  'w:r': [
    'rPr',
    't br tab drawing fldChar instrText footnoteRef endnoteRef separator continuationSeparator noBreakHyphen softHyphen sym',
  ],
  'w:tc': ['tcPr', 'p tbl'],
  'w:sdtContent': ['', 'p tbl'],
  'p:spTree': ['nvGrpSpPr grpSpPr', 'sp pic graphicFrame grpSp cxnSp'],
  'a:p': ['pPr', 'r br fld endParaRPr'],
  'c:plotArea': ['layout', 'barChart lineChart scatterChart catAx valAx dateAx dTable spPr'],
};

interface XmlElement {
  name: string;
  children: readonly XmlElement[];
}

const split = (text: string): string[] => text.split(' ').filter(Boolean);

function sequenceFaults(name: string, children: readonly string[], order: readonly string[]): string[] {
  const ranks = children.map((child) => order.findIndex((one) => one.replace('*', '') === child));
  const unknown = children.filter((_, i) => ranks[i] === -1).map((child) => `${child} in ${name}`);
  if (unknown.length > 0) return unknown;
  if (ranks.some((rank, i) => i > 0 && rank < (ranks[i - 1] ?? 0))) return [`children of ${name} out of order`];
  const twice = children.find((child, i) => children.indexOf(child) < i && order.includes(child));
  return twice ? [`two ${twice} in ${name}`] : [];
}

/** What is not expected where it stands, in the element and in all that it holds; each kind of fault once. */
export function modelFaults(root: XmlElement): string[] {
  const found = new Set<string>();
  const visit = ({ name, children }: XmlElement): void => {
    const prefix = name.slice(0, name.indexOf(':') + 1);
    const local = children.map((child) =>
      child.name.startsWith(prefix) ? child.name.slice(prefix.length) : child.name,
    );
    const sequence = SEQUENCES[name];
    if (sequence) for (const fault of sequenceFaults(name, local, split(sequence))) found.add(fault);
    const free = FREE[name];
    if (free) {
      const [first, others] = free.map(split) as [string[], string[]];
      const start = local.findIndex((child) => !first.includes(child));
      const [head, rest] = start < 0 ? [local, []] : [local.slice(0, start), local.slice(start)];
      for (const fault of sequenceFaults(name, head, first)) found.add(fault);
      for (const child of rest) if (!others.includes(child)) found.add(`${child} in ${name}`);
    }
    children.forEach(visit);
  };
  visit(root);
  return [...found];
}
