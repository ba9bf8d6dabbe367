/** What the calculation reads of people, law, functions and risks: cells that a reader may change, with the words of the study. */
import type { Study } from '../../../study/study.js';
import type { Acteur, Scenario } from '../../../study/types.gen.js';
import { egal, type Formule, nombre, si, texte, UN, ZERO } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import { montantProbable } from '../../montants.js';
import { parId } from '../../par-id.js';
import { engagementTenu } from '../../retrait.js';
import { ENGAGEMENTS, nomActeur } from '../../vocabulaire.js';
import type { Cles } from '../cles.js';
import { OUI, ouiNon } from '../depenses-et-charge/depenses.js';
import { couplesAttendus, couvertureBesoins } from './couverture.js';

export type Engagement = NonNullable<Acteur['engagement']>;
export type EtatCondition = NonNullable<Scenario['conditions_juridiques']>[number]['etat'];

/** From the loosest to the firmest. */
const RANGS: Readonly<Record<Engagement, number>> = { pressenti: 1, contacte: 2, volontaire: 3, engage: 4 };

export const ETATS_CONDITIONS: Readonly<Record<EtatCondition, string>> = {
  remplie: 'Remplie',
  'a-remplir': 'À remplir',
  bloquante: 'Bloquante',
};

/** As a reader of the workbook picks it. */
export const libelleEngagement = (engagement: Engagement | undefined): string => {
  const id = engagement ?? 'non-renseigne';
  return ENGAGEMENTS.find((entry) => entry.id === id)?.libelle ?? id;
};

/** Rank of the commitment that a cell names; 0 for another word. */
export const rangEngagement = (cell: Formule): Formule =>
  (Object.keys(RANGS) as Engagement[]).reduceRight<Formule>(
    (rest, level) => si(egal(cell, texte(libelleEngagement(level))), nombre(RANGS[level]), rest),
    ZERO,
  );

export const coupleServi = (m: Modele, k: Cles, couple: number): Formule =>
  si(egal(m.lire(k.couple(couple)), OUI), UN, ZERO);

export function poserInventaires(m: Modele, k: Cles, study: Study, scenario: Scenario, population: number): void {
  const chemin = `scenarios/${scenario.id}`;
  for (const [p, { acteur, essentiel }] of scenario.partenaires.entries()) {
    const nom = nomActeur(study, acteur) ?? acteur;
    const found = parId(study.acteurs, acteur);
    const level = found && engagementTenu(found);
    m.entree(k.engagement(p), libelleEngagement(level), { libelle: nom, chemin: `acteurs/${acteur}/engagement` });
    m.entree(k.essentiel(p), ouiNon(essentiel ?? false), {
      libelle: `${nom} : essentiel`,
      chemin: `${chemin}/partenaires`,
    });
  }
  for (const [c, { fonction, domaine, servi }] of couplesAttendus(study, scenario).entries())
    m.entree(k.couple(c), ouiNon(servi), {
      libelle: `${fonction.libelle} (${domaine.libelle})`,
      chemin: `${chemin}/roles`,
    });
  for (const [c, { libelle, etat }] of (scenario.conditions_juridiques ?? []).entries())
    m.entree(k.condition(c), ETATS_CONDITIONS[etat], { libelle, chemin: `${chemin}/conditions_juridiques/${c + 1}` });
  for (const [r, { libelle, probabilite, gravite }] of (scenario.risques ?? []).entries()) {
    const place = { chemin: `${chemin}/risques/${r + 1}` };
    m.entree(k.risque('probabilite', r), probabilite, { libelle: `probabilité de « ${libelle} »`, ...place });
    m.entree(k.risque('gravite', r), gravite, { libelle: `gravité de « ${libelle} »`, ...place });
  }
  const besoins = couvertureBesoins(study, scenario);
  const served = { chemin: `${chemin}/publics_prioritaires` };
  m.entree(k.total('besoins_servis'), besoins.servis, {
    libelle: 'importance des besoins des publics et domaines prioritaires',
    ...served,
  });
  m.entree(k.total('besoins'), besoins.tous, { libelle: 'importance de tous les besoins', ...served });
  m.entree(k.total('population'), population, {
    libelle: 'habitants du périmètre',
    unite: 'hab.',
    chemin: `${chemin}/perimetre`,
  });
  m.entree(k.total('delai'), scenario.delai_mise_en_place_mois ?? null, {
    libelle: 'délai posé par le scénario',
    unite: 'mois',
    chemin: `${chemin}/delai_mise_en_place_mois`,
  });
  m.entree(k.total('demandes_attendues'), montantProbable(scenario.demandes_attendues) ?? 0, {
    libelle: 'demandes attendues par an',
    unite: 'demandes',
    chemin: `${chemin}/demandes_attendues`,
  });
  m.entree(k.total('nouvelle_entite'), ouiNon(scenario.nouvelle_entite), {
    libelle: 'nouvelle entité',
    chemin: `${chemin}/nouvelle_entite`,
  });
}
