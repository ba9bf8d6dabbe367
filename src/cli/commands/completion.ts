import type { Command } from 'commander';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export type Shell = 'bash' | 'zsh' | 'fish';

interface Words {
  name: string;
  description: string;
  options: { long: string; description: string }[];
}

const wordsOf = (command: Command): Words => ({
  name: command.name(),
  description: command.description(),
  options: command.options.flatMap(({ long, description }) =>
    long === undefined || long === null ? [] : [{ long, description }],
  ),
});

/** Text inside single quotes of a shell. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function bash(commands: readonly Words[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words=${quote([...options.map(({ long }) => long), '--help'].join(' '))} ;;`,
  );
  return `# Complétion d'atelier pour bash
_atelier() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    *) words='' ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words=${quote([...commands.map(({ name }) => name), '--help', '--version'].join(' '))}
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _atelier atelier
`;
}

function zsh(commands: readonly Words[]): string {
  const escaped = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:');
  const list = commands.map(({ name, description }) => `    ${quote(`${name}:${escaped(description)}`)}`);
  const cases = commands.map(
    ({ name, options }) =>
      `    ${name}) _arguments ${options.map(({ long, description }) => quote(`${long}[${escaped(description)}]`)).join(' ')} '*:fichier:_files' ;;`,
  );
  return `#compdef atelier
# Complétion d'atelier pour zsh
_atelier() {
  local -a commandes
  commandes=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'commande' commandes
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
}
compdef _atelier atelier
`;
}

function fish(commands: readonly Words[]): string {
  const lines = commands.flatMap(({ name, description, options }) => [
    `complete -c atelier -n __fish_use_subcommand -f -a ${name} -d ${quote(description)}`,
    ...options.map(
      (option) =>
        `complete -c atelier -n '__fish_seen_subcommand_from ${name}' -l ${option.long.slice(2)} -d ${quote(option.description)}`,
    ),
  ]);
  return `# Complétion d'atelier pour fish\n${lines.join('\n')}\n`;
}

const SCRIPTS: Record<Shell, (commands: readonly Words[]) => string> = { bash, zsh, fish };

/** `atelier completion SHELL`: a script written from the declared commands, so that it never lags behind them. */
export function runCompletion(shell: Shell, program: Command, io: Io): number {
  io.stdout.write(SCRIPTS[shell](program.commands.map(wordsOf)));
  return EXIT.ok;
}
