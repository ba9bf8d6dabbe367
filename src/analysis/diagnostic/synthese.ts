/** Each domain: what is there and what lacks, its stake, and how its coverage stands among the others. */
import type { StudyAt } from '../dates.js';
import { seulDernier, seulPremier } from '../superlatifs.js';
import { casesAfom } from './afom.js';
import type {
  ActeursAnalysis,
  ActionsAnalysis,
  Etiquette,
  ManqueCouverture,
  OutilsAnalysis,
  SyntheseDomaine,
} from './types.js';
import type { BesoinAnalyse, BesoinsAnalysis } from './types-besoins.js';

export interface PartiesSynthese {
  besoins: BesoinsAnalysis;
  actions: ActionsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
}

const dans = (domaine: Etiquette) => (item: { domaines: Etiquette[] }) =>
  item.domaines.some(({ id }) => id === domaine.id);

const compter = (besoins: readonly BesoinAnalyse[], niveau: BesoinAnalyse['couverture']['niveau']): number =>
  besoins.filter(({ couverture }) => couverture.niveau === niveau).length;

/** Share of the needs that must be covered for there to be something to consolidate. */
const PART_A_CONSOLIDER = 0.25;

/** The level of coverage of the greatest number of needs names the stake; the worse level wins a tie, and a domain of which less than a quarter of the needs is covered is a lack. */
export function enjeuDe(besoins: readonly BesoinAnalyse[]): SyntheseDomaine['enjeu'] {
  if (besoins.length === 0) return 'explorer';
  const [non, partiel, couvert] = [
    compter(besoins, 'non-couvert'),
    compter(besoins, 'partiel'),
    compter(besoins, 'couvert'),
  ];
  if (couvert < PART_A_CONSOLIDER * besoins.length || (non >= partiel && non >= couvert)) return 'combler';
  return partiel >= couvert ? 'consolider' : 'valoriser';
}

/** Of fewer needs, one weighs so much that a reader sees it. */
const ASSEZ_DE_BESOINS = 8;

/** Whether one need more or less that is covered would name another stake. */
export function enjeuAuBord(besoins: readonly BesoinAnalyse[]): boolean {
  const enjeu = enjeuDe(besoins);
  const avec = (from: BesoinAnalyse['couverture']['niveau'], to: BesoinAnalyse['couverture']['niveau']): boolean => {
    const at = besoins.findIndex(({ couverture }) => couverture.niveau === from);
    const other = besoins.map((one, i) => (i === at ? { ...one, couverture: { ...one.couverture, niveau: to } } : one));
    return at >= 0 && enjeuDe(other) !== enjeu;
  };
  return besoins.length >= ASSEZ_DE_BESOINS && (avec('couvert', 'partiel') || avec('partiel', 'couvert'));
}

/**
 * What lacks in a domain to its needs that are not covered, with the number of needs that lack it, the most frequent first: what they lack in another of
 * their domains is no lack of this one. A weak answer comes last, for the needs that lack neither actors, nor tools, nor past actions: it says that
 * something is wrong, not what, and without it those needs would be open for no reason told.
 */
export function manquesDe(besoins: readonly BesoinAnalyse[], domaine: string): SyntheseDomaine['manques'] {
  const ouverts = besoins.map(({ couverture }) => couverture).filter(({ niveau }) => niveau !== 'couvert');
  const par: Record<Exclude<ManqueCouverture, 'reponse'>, number> = {
    acteurs: ouverts.filter(({ manques }) => manques.some((pair) => pair.domaine.id === domaine)).length,
    outils: ouverts.filter(({ domainesSansOutil }) => domainesSansOutil.includes(domaine)).length,
    actions: ouverts.filter(({ domainesSansAction }) => domainesSansAction.includes(domaine)).length,
  };
  const natures = ['acteurs', 'outils', 'actions'] as const;
  const found = natures.filter((nature) => par[nature] > 0).sort((a, b) => par[b] - par[a]);
  const faibles = ouverts.filter(
    ({ jugee, manques, domainesSansOutil, domainesSansAction }) =>
      (jugee === 'nulle' || jugee === 'faible') &&
      !manques.some((pair) => pair.domaine.id === domaine) &&
      !domainesSansOutil.includes(domaine) &&
      !domainesSansAction.includes(domaine),
  ).length;
  return [
    ...found.map((nature) => ({ nature, besoins: par[nature] })),
    ...(faibles > 0 ? [{ nature: 'reponse' as const, besoins: faibles }] : []),
  ];
}

export function analyserSynthese(etude: StudyAt, p: PartiesSynthese): SyntheseDomaine[] {
  const connus = etude.etude.domaines
    .map(({ id, libelle }) => ({ id, libelle, besoins: p.besoins.liste.filter(dans({ id, libelle })) }))
    .filter(({ besoins }) => besoins.length > 0);
  const part = ({ besoins }: { besoins: BesoinAnalyse[] }): number => compter(besoins, 'couvert') / besoins.length;
  const [moins, plus] = [seulDernier(connus, part)?.id, seulPremier(connus, part)?.id];
  return etude.etude.domaines.map(({ id, libelle }): SyntheseDomaine => {
    const domaine = { id, libelle };
    const besoins = p.besoins.liste.filter(dans(domaine));
    const acteurs = p.acteurs.liste.filter(dans(domaine));
    const actions = p.actions.liste.filter(dans(domaine));
    const outils = p.outils.parDomaine.find((one) => one.id === id);
    return {
      ...domaine,
      ...casesAfom(etude, { domaine, besoins, acteurs, actions, outils: p.outils.liste.filter(dans(domaine)) }),
      chiffres: {
        besoins: besoins.length,
        poidsBesoins: besoins.reduce((sum, b) => sum + b.poids / b.domaines.length, 0),
        besoinsNonCouverts: compter(besoins, 'non-couvert'),
        besoinsPartiels: compter(besoins, 'partiel'),
        besoinsCouverts: compter(besoins, 'couvert'),
        actions: actions.length,
        acteurs: acteurs.length,
        acteursEngages: acteurs.filter((a) => a.engagement === 'engage' || a.engagement === 'volontaire').length,
        outils: (outils?.existants ?? 0) + (outils?.aAdapter ?? 0),
        outilsACreer: outils?.aCreer ?? 0,
      },
      enjeu: enjeuDe(besoins),
      auBord: enjeuAuBord(besoins),
      manques: manquesDe(besoins, id),
      place: id === moins ? 'moins-couvert' : id === plus ? 'plus-couvert' : null,
    };
  });
}
