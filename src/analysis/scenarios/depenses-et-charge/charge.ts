/** Workload of the modalities against the days that the staff and the partners bring, year by year as the service grows. */

import { sum } from 'd3-array';
import type { Scenario } from '../../../study/types.gen.js';
import { deNom, sansPoint } from '../../../texte/accords.js';
import { uniteAccordee } from '../../../texte/pluriel.js';
import {
  auPlus,
  depasse,
  divise,
  egal,
  et,
  type Formule,
  fois,
  max,
  min,
  moins,
  plus,
  SANS_VALEUR,
  si,
  somme,
  sommeProduits,
  texte,
  UN,
  ZERO,
} from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import { quantiteProbable } from '../../montants.js';
import { type Cles, commun } from '../cles.js';
import { type LigneDepense, OUI, ouiNon } from './depenses.js';

export interface ChargeAnnuelle {
  /** Days asked of the bearer's staff and of the partners. */
  joursPorteur: number;
  joursPartenaires: number;
  /** Days that they bring. */
  capacitePorteur: number;
  capacitePartenaires: number;
  /** Accompanied requests of the year. */
  demandes: number;
}

/** The year when the load is highest, at the head; each year after. */
export interface Charge extends ChargeAnnuelle {
  /** Asked ÷ brought, of the side and the year where it is highest; null when days are asked of a side that has none. */
  taux: number | null;
  /** Year of the highest load, from 1. */
  annee: number;
  /** Accompanied requests a year at cruising speed. */
  demandesCroisiere: number;
  annees: ChargeAnnuelle[];
}

/** Whether it counts the requests that it receives: where no modality is one, none is « 0 », and nothing is said of them. */
export const compteLesDemandes = ({ modalites }: Pick<Scenario, 'modalites'>): boolean =>
  modalites.some(({ demande_accompagnee: received }) => received);

/**
 * Whether requests are the measure of its work: it counts some, and as many a year at least as services rendered. Where services are the more
 * numerous, the cost per service measures it, and the whole cost shared out among rare requests is exact and says nothing.
 */
export function seMesureParDemande({ modalites }: Pick<Scenario, 'modalites'>): boolean {
  const volume = (all: Scenario['modalites']): number => sum(all, ({ volume_annuel: one }) => quantiteProbable(one));
  const received = modalites.filter(({ demande_accompagnee: one }) => one);
  return received.length > 0 && volume(received) >= volume(modalites.filter(({ service_rendu: one }) => one));
}

/** What its services are called: the unit in which all of them are counted (« repas »), « service rendu » where they have several. */
export function motDuService({ modalites }: Pick<Scenario, 'modalites'>): { un: string; plusieurs: string } {
  const units = new Set(modalites.flatMap(({ service_rendu: one, unite }) => (one ? [uniteAccordee(1, unite)] : [])));
  const [unit = ''] = units;
  return units.size === 1 && /^\p{Ll}/u.test(unit)
    ? { un: unit, plusieurs: uniteAccordee(2, unit) }
    : { un: 'service rendu', plusieurs: 'services rendus' };
}

/** The same of scenarios set side by side: the unit that all of them count, « service rendu » where they have several. */
export const motDesServices = (scenarios: readonly Pick<Scenario, 'modalites'>[]): ReturnType<typeof motDuService> =>
  motDuService({ modalites: scenarios.flatMap(({ modalites }) => modalites) });

/** What stands for the share of the volume in each year: the last one given holds for those after it. */
export const monteeDe = ({ montee_en_charge: given = [] }: Scenario, year: number): number =>
  given[Math.min(year, given.length - 1)] ?? 1;

const SIDES = ['porteur', 'partenaires'] as const;

/** A modality: its volume, its days, whose they are, and what of them is a request received or a service rendered. */
function poserModalite(m: Modele, k: Cles, ligne: Scenario['modalites'][number], i: number, scenario: string): void {
  const chemin = `scenarios/${scenario}/modalites/${ligne.id ?? i + 1}`;
  const nom = sansPoint(ligne.description);
  const volume = m.entree(k.modalite('volume', i), quantiteProbable(ligne.volume_annuel), {
    libelle: `${nom} : services rendus`,
    unite: `${ligne.unite} par an`,
    chemin,
  });
  const days = m.entree(k.modalite('jours', i), quantiteProbable(ligne.jours_par_unite), {
    libelle: `${nom} : jours par unité`,
    unite: 'jours',
    chemin,
  });
  const share = m.entree(k.modalite('part', i), ligne.part_partenaires ?? 0, {
    libelle: `${nom} : part des partenaires`,
    unite: 'part',
    chemin,
  });
  const followed = m.entree(k.modalite('accompagnee', i), ouiNon(ligne.demande_accompagnee ?? false), {
    libelle: `${nom} : demande reçue`,
    chemin,
  });
  const served = m.entree(k.modalite('rendu', i), ouiNon(ligne.service_rendu ?? false), {
    libelle: `${nom} : service rendu`,
    chemin,
  });
  m.calcul(k.modalite('services', i), si(egal(served, OUI), volume, ZERO), {
    libelle: nom,
    unite: `${ligne.unite} par an`,
    chemin,
  });
  const asked = { unite: 'jours', chemin };
  m.calcul(k.modalite('demandes', i), si(egal(followed, OUI), volume, ZERO), {
    libelle: `${nom} : demandes reçues`,
    unite: 'demandes par an',
    chemin,
  });
  m.calcul(k.modalite('porteur', i), fois(volume, days, moins(UN, share)), { libelle: `${nom}, porteur`, ...asked });
  m.calcul(k.modalite('partenaires', i), fois(volume, days, share), { libelle: `${nom}, partenaires`, ...asked });
}

/** A year: what is asked of each side, at the speed of that year, against the days that each has. `posts`: days of the posts of a side. */
function poserAnnee(m: Modele, k: Cles, scenario: Scenario, y: number, posts: (own: boolean) => Formule): void {
  const { id, modalites, partenaires } = scenario;
  const speed = m.entree(k.montee(y), monteeDe(scenario, y), {
    libelle: `part du volume atteinte l’année ${y + 1}`,
    unite: 'part',
    chemin: scenario.montee_en_charge ? `scenarios/${id}/montee_en_charge` : `scenarios/${id}`,
  });
  const yearly = (nom: 'demandes' | 'porteur' | 'partenaires', words: string, unite: string): void => {
    m.calcul(
      k.charge(nom, y),
      fois(
        speed,
        somme(
          modalites.map((_, i) => m.lire(k.modalite(nom, i))),
          'toutes les modalités',
        ),
      ),
      { libelle: `${words} l’année ${y + 1}`, unite },
    );
  };
  yearly('demandes', 'demandes reçues', 'demandes');
  yearly('porteur', 'jours demandés au porteur', 'jours');
  yearly('partenaires', 'jours demandés aux partenaires', 'jours');
  m.calcul(k.charge('capacite_porteur', y), posts(true), {
    libelle: `jours disponibles du porteur l’année ${y + 1}`,
    unite: 'jours',
  });
  m.calcul(
    k.charge('capacite_partenaires', y),
    plus(
      somme(
        partenaires.map((_, p) => m.lire(k.joursPartenaire(p))),
        'jours des partenaires',
      ),
      posts(false),
    ),
    { libelle: `jours disponibles des partenaires l’année ${y + 1}`, unite: 'jours' },
  );
  for (const side of SIDES)
    m.calcul(
      k.charge(`taux_${side}`, y),
      divise(m.lire(k.charge(side, y)), m.lire(k.charge(`capacite_${side}`, y)), SANS_VALEUR),
      { libelle: `charge des ${side === 'porteur' ? 'agents du porteur' : side} l’année ${y + 1}`, unite: 'part' },
    );
}

export function poserCharge(
  m: Modele,
  k: Cles,
  scenario: Scenario,
  lignes: readonly LigneDepense[],
  years: number,
  nommer: (acteur: string) => string,
): void {
  const { modalites, partenaires, id } = scenario;
  const all = Array.from({ length: years }, (_, year) => year);
  for (const [i, ligne] of modalites.entries()) poserModalite(m, k, ligne, i, id);
  // Days that come from a post are counted with the post.
  for (const [p, partenaire] of partenaires.entries())
    m.entree(k.joursPartenaire(p), partenaire.poste ? 0 : quantiteProbable(partenaire.jours_an), {
      libelle: `jours ${deNom(nommer(partenaire.acteur))}`,
      unite: 'jours',
      chemin: `scenarios/${id}/partenaires`,
    });
  const staff = lignes.flatMap((ligne, i) => (ligne.nature === 'humain' ? [{ ligne, i }] : []));
  const perPost = fois(m.lire(commun.hypothese('jours_par_etp')), m.lire(commun.hypothese('part_productive')));
  // Posts of a partner count among the partners' days.
  const posts = (own: boolean, year: number): Formule => {
    const kept = staff.filter(({ ligne }) => (ligne.porteur === scenario.porteur) === own);
    return fois(
      sommeProduits(
        kept.map(({ i }) => m.lire(k.ligne('quantite', i))),
        kept.map(({ i }) => min([UN, m.lire(k.presence(i, year))])),
        own ? 'postes du porteur présents' : 'postes des partenaires présents',
      ),
      perPost,
    );
  };
  for (const y of all) poserAnnee(m, k, scenario, y, (own) => posts(own, y));
  m.calcul(
    k.total('sans_capacite'),
    plus(
      ...all.flatMap((y) =>
        SIDES.map((side) =>
          si(
            et(auPlus(m.lire(k.charge(`capacite_${side}`, y)), ZERO), depasse(m.lire(k.charge(side, y)), ZERO)),
            UN,
            ZERO,
          ),
        ),
      ),
    ),
    { libelle: 'années où des jours sont demandés sans que personne n’en apporte' },
  );
  m.calcul(
    k.total('demandes_croisiere'),
    somme(
      modalites.map((_, i) => m.lire(k.modalite('demandes', i))),
      'volumes des modalités « demande reçue »',
    ),
    { libelle: 'demandes reçues par an', unite: 'demandes' },
  );
  m.calcul(
    k.total('service_rendu'),
    somme(
      modalites.map((_, i) => m.lire(k.modalite('services', i))),
      'volumes des modalités « service rendu »',
    ),
    { libelle: 'services rendus par an', unite: 'services' },
  );
  const services = somme(
    all.map((y) => fois(m.lire(k.montee(y)), m.lire(k.total('service_rendu')))),
    'services rendus des années, montée en charge comprise',
  );
  m.calcul(k.total('services_periode'), services, { libelle: 'services rendus de la période', unite: 'services' });
  m.calcul(
    k.total('etp'),
    somme(
      staff.map(({ i }) => m.lire(k.ligne('quantite', i))),
      'postes',
    ),
    { libelle: 'équivalents temps plein', unite: 'ETP' },
  );
}

/** The highest load over the years and the two sides; no value when a side is asked for days that it has not. */
export const tauxDeCharge = (m: Modele, k: Cles, years: number): Formule =>
  si(
    depasse(m.lire(k.total('sans_capacite')), ZERO),
    texte('sans capacité'),
    max(
      Array.from({ length: years }, (_, y) => SIDES.map((side) => m.lire(k.charge(`taux_${side}`, y)))).flat(),
      'charge du porteur et des partenaires, chaque année',
    ),
  );

export function chargeDe(m: Modele, k: Cles, years: number): Charge {
  const annees = Array.from({ length: years }, (_, y): ChargeAnnuelle => {
    const value = (nom: Parameters<Cles['charge']>[0]): number => m.nombre(k.charge(nom, y));
    return {
      joursPorteur: value('porteur'),
      joursPartenaires: value('partenaires'),
      capacitePorteur: value('capacite_porteur'),
      capacitePartenaires: value('capacite_partenaires'),
      demandes: value('demandes'),
    };
  });
  const rate = (asked: number, brought: number): number =>
    brought > 0 ? asked / brought : asked > 0 ? Number.POSITIVE_INFINITY : 0;
  const rates = annees.map((year) =>
    Math.max(rate(year.joursPorteur, year.capacitePorteur), rate(year.joursPartenaires, year.capacitePartenaires)),
  );
  const highest = Math.max(0, ...rates);
  const at = Math.max(0, rates.indexOf(highest));
  const none = { joursPorteur: 0, joursPartenaires: 0, capacitePorteur: 0, capacitePartenaires: 0, demandes: 0 };
  return {
    ...(annees[at] ?? none),
    taux: Number.isFinite(highest) ? highest : null,
    annee: at + 1,
    demandesCroisiere: m.nombre(k.total('demandes_croisiere')),
    annees,
  };
}
