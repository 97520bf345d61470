import {
  type AddToPrincipalPolicyResult,
  type IPrincipal,
  PolicyDocument,
  type PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/** A role that carries its permissions itself. The CDK's own keeps them in a second resource, and a stack has 500. */
export class InlineRole extends Role {
  private readonly permissions: PolicyDocument

  constructor(scope: Construct, id: string, assumedBy: IPrincipal) {
    const permissions = new PolicyDocument({ minimize: true })
    super(scope, id, { assumedBy, inlinePolicies: { Permissions: permissions } })
    this.permissions = permissions
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.permissions.addStatements(statement)
    return { statementAdded: true, policyDependable: this }
  }
}
