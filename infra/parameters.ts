import { CfnParameter, type Stack } from 'aws-cdk-lib';

/** What only the operator knows; every value is asked for at deployment and none has a default. */
export type Parameters = {
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
  readonly mailFrom: string;
  readonly consoleUrl: string;
  readonly operatorEmail: string;
};

const httpsPattern = '^https://[^\\s]+$';
const emailPattern = '^[^\\s@]+@[^\\s@]+$';

/** The parameters of the stack. */
export function parameters(stack: Stack): Parameters {
  const ask = (id: string, description: string, allowedPattern: string): string =>
    new CfnParameter(stack, id, { description, allowedPattern }).valueAsString;
  return {
    tokenIssuer: ask('TokenIssuer', 'Who issues the tokens: its https address', httpsPattern),
    tokenAudience: ask('TokenAudience', 'The audience tokens must name', '^[^\\s]+$'),
    mailFrom: ask('MailFrom', 'Sender of notices; its domain is verified in SES', emailPattern),
    consoleUrl: ask('ConsoleUrl', 'Where links in notices lead', httpsPattern),
    operatorEmail: ask('OperatorEmail', 'Who is told when an alarm goes off', emailPattern),
  };
}
