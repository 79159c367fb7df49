import { DomainError } from '../../errors.ts';

/** A program that the local Neo4j needs is missing or too old. The message says what to install, and what to do without it. */
export class MissingProgramError extends DomainError {
  constructor(finding: string) {
    super(
      'MISSING_PROGRAM',
      [
        `${finding} The local Neo4j needs a JDK (17 or later) and Maven.`,
        '  Debian, Ubuntu:  sudo apt install openjdk-17-jdk-headless maven',
        '  macOS:           brew install openjdk@17 maven',
        '  Windows:         winget install EclipseAdoptium.Temurin.17.JDK, and Maven from maven.apache.org',
        'Or use another Neo4j 5:',
        '  docker compose up -d neo4j   and   NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=customer-graph',
        '  any server or Aura           with  NEO4J_URI=neo4j+s://…  NEO4J_USER=…  NEO4J_PASSWORD=…',
      ].join('\n'),
    );
    this.name = 'MissingProgramError';
  }
}
