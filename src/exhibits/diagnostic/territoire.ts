/** The territory, the figures of the study at a glance, and the steering committee. */

import { posterieur } from '../../analysis/dates.js';
import { compte, nombreFr } from '../../analysis/phrases.js';
import { communesDe, SEUIL_PETITE_COMMUNE } from '../../analysis/territoire.js';
import { nomDuComite } from '../../study/contrat.js';
import { type Contexte, type Fabrique, figureVide, sourceDe, table } from '../cells.js';
import { carteCommunes } from '../charts/carte.js';
import type { Column, FigureExhibit, TableExhibit } from '../types.js';

function source({ analyse }: Contexte): string {
  const { millesime, total } = analyse.territoire;
  return `Source : référentiel des communes de l’étude${millesime ? `, millésime ${millesime}` : ''} ; ${compte(total.communes, 'commune', 'communes', 'aucune commune')}.`;
}

function chiffresCles(contexte: Contexte): TableExhibit {
  const { effectifs: n, besoins, acteurs, illustratifs, territoire } = contexte.analyse;
  const engages = acteurs.engagement
    .filter((e) => e.id === 'engage' || e.id === 'volontaire')
    .reduce((sum, e) => sum + e.acteurs.length, 0);
  const lignes: [string, number, string][] = [
    ['Communes étudiées', territoire.total.communes, `${nombreFr(territoire.total.population)} habitants`],
    [
      'Personnes entendues',
      n.participants,
      compte(
        n.rencontres,
        'entrée au journal de la participation',
        'entrées au journal de la participation',
        'aucune rencontre',
      ),
    ],
    [
      'Besoins recensés',
      n.besoins,
      `${nombreFr(besoins.niveaux['non-couvert'])} non couverts, ${nombreFr(besoins.niveaux.partiel)} en partie`,
    ],
    [
      'Actions conduites',
      n.actions,
      compte(
        contexte.analyse.actions.avecPrecedent,
        'action indicative a un précédent',
        'actions indicatives ont un précédent',
        'aucune action indicative n’a de précédent',
      ),
    ],
    ['Acteurs mobilisables', n.acteurs, `${nombreFr(engages)} volontaires ou engagés`],
    [
      'Outils mobilisables',
      n.outils,
      compte(
        n.outils - (contexte.analyse.outils.parDisponibilite.find((d) => d.id === 'a-creer')?.nombre ?? 0),
        'existe ou s’adapte',
        'existent ou s’adaptent',
        'tous restent à créer',
      ),
    ],
    [
      'Expériences étudiées',
      n.experiences,
      compte(n.experiencesRetenues, 'retenue pour la comparaison', 'retenues pour la comparaison', 'aucune retenue'),
    ],
    ['Fiches illustratives', illustratifs.nombre, `sur ${nombreFr(illustratifs.total)} fiches d’inventaire`],
  ];
  return table({
    name: 'chiffres-cles',
    title: 'Le diagnostic en chiffres',
    sheet: 'Chiffres clés',
    columns: [
      { key: 'indicateur', header: 'Indicateur', format: 'texte', width: 2 },
      { key: 'valeur', header: 'Nombre', format: 'entier', width: 0.8 },
      { key: 'precision', header: 'Précision', format: 'texte', width: 3 },
    ],
    rows: lignes.map(([indicateur, valeur, precision]) => ({ indicateur, valeur, precision })),
    source: 'Source : inventaires de l’étude, à la date du document.',
    empty: 'Aucun chiffre disponible.',
  });
}

const MESURES: Column[] = [
  { key: 'communes', header: 'Communes', format: 'entier', width: 0.8 },
  { key: 'population', header: 'Habitants', format: 'entier', width: 0.9 },
  { key: 'superficie', header: 'Superficie (km²)', format: 'decimal', width: 0.9 },
  { key: 'densite', header: 'Densité (hab./km²)', format: 'decimal', width: 0.9 },
];

function epci(contexte: Contexte): TableExhibit {
  const { epci: liste, total } = contexte.analyse.territoire;
  return table({
    name: 'epci',
    title: 'Les intercommunalités de l’étude',
    sheet: 'Intercommunalités',
    columns: [
      { key: 'nom', header: 'Intercommunalité', format: 'texte', width: 2 },
      ...MESURES,
      { key: 'petites', header: `Communes de moins de ${SEUIL_PETITE_COMMUNE} hab.`, format: 'entier', width: 1 },
    ],
    rows: liste.map(({ siren: _siren, ...resume }) => ({ ...resume })),
    totals: { nom: 'Ensemble des communes', ...total },
    source: source(contexte),
    empty: 'Aucune intercommunalité renseignée.',
  });
}

function perimetres(contexte: Contexte): TableExhibit {
  return table({
    name: 'perimetres',
    title: 'Les périmètres à l’étude',
    sheet: 'Périmètres',
    columns: [
      { key: 'libelle', header: 'Périmètre', format: 'texte', width: 2 },
      ...MESURES,
      { key: 'part', header: 'Part des habitants', format: 'pourcent', width: 0.8 },
    ],
    rows: contexte.analyse.territoire.perimetres.map(({ id: _id, epci: _epci, ...resume }) => ({ ...resume })),
    source: `${source(contexte)} Seules les communes du référentiel sont comptées.`,
    empty: 'Aucun périmètre renseigné.',
  });
}

/** A commune is named on the map when it stands among the largest. */
const NOMMEES = 12;

function carte(contexte: Contexte): FigureExhibit {
  const { etude, analyse, theme } = contexte;
  const { epci: liste, premiere, total } = analyse.territoire;
  const nomEpci = new Map(liste.map((e) => [e.siren, e.nom]));
  const communes = [...etude.territoire.communes].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1),
  );
  const data = table({
    name: 'carte-communes-donnees',
    title: 'Communes de l’étude',
    sheet: 'Communes',
    columns: [
      { key: 'code', header: 'Code Insee', format: 'texte', width: 0.9 },
      { key: 'nom', header: 'Commune', format: 'texte', width: 2 },
      { key: 'epci', header: 'Intercommunalité', format: 'texte', width: 2 },
      { key: 'population', header: 'Habitants', format: 'entier', width: 0.9 },
      { key: 'superficie', header: 'Superficie (km²)', format: 'decimal', width: 0.9 },
    ],
    headerColumns: 2,
    rows: communes.map((c) => ({
      code: c.code,
      nom: c.nom,
      epci: c.epci ? (nomEpci.get(c.epci) ?? null) : null,
      population: c.population ?? null,
      superficie: c.superficie_km2 ?? null,
    })),
    source: source(contexte),
    empty: 'Aucune commune renseignée.',
  });
  const common = {
    name: 'carte-communes',
    title: total.communes
      ? `${compte(total.communes, 'commune', 'communes', '')}, dont ${nombreFr(total.petites)} de moins de ${SEUIL_PETITE_COMMUNE} habitants`
      : 'Les communes de l’étude',
    source: source(contexte),
    data,
  };
  const places = communes.filter((c) => typeof c.lon === 'number' && typeof c.lat === 'number');
  if (!places.length) return figureVide({ ...common, data: { ...data, empty: 'Aucune commune n’a de coordonnées.' } });
  const nomCourt = new Map((etude.territoire.epci ?? []).map((e) => [e.siren, e.nom_court ?? e.nom]));
  const rang = new Map(places.map(({ code }, i) => [code, i]));
  // A perimeter that holds every commune has no outline of its own, and two alike would hide each other.
  const outlined = (etude.territoire.perimetres ?? [])
    .map((perimetre) => ({
      libelle: perimetre.libelle,
      codes: new Set(communesDe(places, perimetre).map(({ code }) => code)),
    }))
    .filter(({ codes }) => codes.size > 0 && codes.size < places.length)
    .slice(0, 3);
  const rencontres = analyse.participation.rencontres.flatMap(({ commune }) => {
    const at = commune === undefined ? undefined : rang.get(commune);
    return at === undefined ? [] : [{ commune: at, genre: 0 }];
  });
  const drawn = carteCommunes(
    {
      communes: places.map((c) => {
        const groupe = liste.findIndex((e) => e.siren === c.epci);
        return {
          nom: c.nom,
          lon: c.lon ?? 0,
          lat: c.lat ?? 0,
          superficie: c.superficie_km2 ?? null,
          population: c.population ?? null,
          groupe: groupe < 0 ? null : groupe,
          ombree: (c.population ?? Number.POSITIVE_INFINITY) < SEUIL_PETITE_COMMUNE,
          perimetres: outlined.flatMap(({ codes }, i) => (codes.has(c.code) ? [i] : [])),
        };
      }),
      groupes: liste.map((e) => nomCourt.get(e.siren) ?? e.nom),
      limite: 'Limite d’intercommunalité',
      perimetres: outlined.map(({ libelle }) => libelle),
      ombre: total.petites > 0 ? `Moins de ${SEUIL_PETITE_COMMUNE} habitants` : null,
      genres: rencontres.length > 0 ? ['Rencontre de la démarche participative'] : [],
      lieux: rencontres,
      nommees: NOMMEES,
    },
    theme,
  );
  const texte = liste.map(
    (e) =>
      `${e.nom} : ${compte(e.communes, 'commune', 'communes', 'aucune commune')}, ${nombreFr(e.population)} habitants`,
  );
  const plusGrande = premiere
    ? ` La plus peuplée est ${premiere.nom} (${nombreFr(premiere.population)} habitants).`
    : '';
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    source: `${source(contexte)} Chaque commune couvre ce qui est le plus proche de son centre : les limites sont approchées.`,
    alt: `Carte des communes par intercommunalité, celles de moins de ${SEUIL_PETITE_COMMUNE} habitants grisées. ${texte.join(' ; ')}.${plusGrande}${outlined.map(({ libelle, codes }) => ` ${libelle} : ${compte(codes.size, 'commune', 'communes', '')} sur ${places.length}, dont le contour est tracé.`).join('')}${rencontres.length > 0 ? ` Rencontres tenues dans ${compte(new Set(rencontres.map(({ commune }) => commune)).size, 'commune', 'communes', '')}.` : ''}`,
  };
}

function comite({ etude }: Contexte): TableExhibit {
  const membres = etude.etude.comite_pilotage ?? [];
  return table({
    name: 'comite-pilotage',
    title: `Composition : ${nomDuComite(etude).toLowerCase()}`,
    sheet: 'Comité',
    columns: [
      { key: 'organisme', header: 'Organisme', format: 'texte', width: 3 },
      { key: 'representants', header: 'Représentants', format: 'texte', width: 2 },
    ],
    rows: membres.map((m) => ({
      organisme: m.organisme,
      representants: m.representants === undefined ? null : String(m.representants),
    })),
    empty: 'Sa composition n’est pas encore connue.',
  });
}

/** Key figures of the territory as its sources give them, none later than the date of the document. */
function reperes({ etude, analyse }: Contexte): TableExhibit {
  const chiffres = (etude.territoire.chiffres_cles ?? []).filter((c) => !posterieur(c.date, analyse.date));
  return table({
    name: 'reperes',
    title: 'Repères sur le territoire',
    sheet: 'Repères',
    columns: [
      { key: 'libelle', header: 'Repère', format: 'texte', width: 3 },
      { key: 'valeur', header: 'Valeur', format: 'texte', width: 1.6 },
      { key: 'date', header: 'Date', format: 'date', width: 0.8 },
      { key: 'territoire', header: 'Périmètre', format: 'texte', width: 1.3 },
      { key: 'precision', header: 'Précision', format: 'texte', width: 2.6 },
    ],
    rows: chiffres.map((c) => ({
      libelle: c.libelle,
      valeur: [typeof c.valeur === 'number' ? nombreFr(c.valeur) : c.valeur, c.unite].filter(Boolean).join('\u00a0'),
      date: c.date ?? null,
      territoire: c.territoire ?? null,
      precision: c.commentaire ?? null,
    })),
    source: sourceDe('sources citées en annexe', chiffres),
    empty: 'Aucun repère renseigné.',
  });
}

export const chiffresExhibits: Fabrique = (contexte) => [chiffresCles(contexte)];
export const territoireExhibits: Fabrique = (contexte) => [
  carte(contexte),
  epci(contexte),
  reperes(contexte),
  perimetres(contexte),
];
export const comiteExhibits: Fabrique = (contexte) => [comite(contexte)];
