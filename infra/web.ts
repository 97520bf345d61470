import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import {
  AssetHashType,
  type BundlingOptions,
  CfnOutput,
  DockerImage,
  Duration,
  Fn,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import type { Api } from './api.ts'
import type { Downloads } from './downloads.ts'
import { EDGE } from './edge.ts'
import { Firewall } from './firewall.ts'
import type { Organizers } from './organizers.ts'

const WEB = join(import.meta.dirname, '../web')
const VITE = join(import.meta.dirname, '../node_modules/.bin/vite')

/** Pages ask where organizers sign in for tokens. */
const contentSecurityPolicy = (signIn: string) =>
  [
    "default-src 'self'",
    `connect-src 'self' ${signIn}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

type WebProps = { programme: Programme; organizers: Organizers; api: Api; downloads: Downloads }

/** The site: pages from S3 and, on the same origin, the API. */
export class Web extends Construct {
  constructor(scope: Construct, id: string, { programme, organizers, api, downloads }: WebProps) {
    super(scope, id)
    const bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(organizers.origin), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
      },
    })
    const edge = new EdgeFunction(this, 'Edge', {
      code: FunctionCode.fromInline(EDGE),
      runtime: FunctionRuntime.JS_2_0,
    })
    const answers = {
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers,
    }
    const distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      ...ownName(this, programme),
      ...(programme.requestsPerNetwork && {
        webAclId: new Firewall(this, 'Firewall', { requestsPerNetwork: programme.requestsPerNetwork }).arn,
      }),
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers,
        functionAssociations: [FunctionEventType.VIEWER_REQUEST, FunctionEventType.VIEWER_RESPONSE].map(
          (eventType) => ({
            function: edge,
            eventType,
          }),
        ),
      },
      additionalBehaviors: {
        // The first that fits counts.
        [downloads.paths]: { ...answers, origin: downloads.origin },
        '/api/*': { ...answers, origin: new HttpOrigin(Fn.select(1, Fn.split('//', api.http.apiEndpoint))) },
      },
    })
    if (Stack.of(this).bundlingRequired) {
      new BucketDeployment(this, 'Deploy', {
        destinationBucket: bucket,
        distribution,
        memoryLimit: 256,
        logGroup: new LogGroup(this, 'DeployLogs', {
          retention: RetentionDays.ONE_MONTH,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        sources: [
          Source.asset(WEB, {
            // Pages are made of more than what is in their folder: the schemas, and the programme's name.
            assetHashType: AssetHashType.OUTPUT,
            bundling: {
              image: DockerImage.fromRegistry('unused'),
              environment: { PROGRAMME_NAME: programme.name },
              local: { tryBundle: build },
            },
          }),
        ],
      })
    }
    new CfnOutput(this, 'SiteAddress', {
      value: distribution.distributionDomainName,
      description: 'Point the name of your site (programme.siteUrl) here',
    })
  }
}

/** CloudFront answers to a name of ours only with a certificate for it. */
function ownName(scope: Construct, { siteUrl, certificateArn }: Programme) {
  if (!certificateArn) return {}
  return {
    domainNames: [new URL(siteUrl).hostname],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }
}

function build(outDir: string, { environment }: BundlingOptions): boolean {
  execFileSync(VITE, ['build', WEB, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  return true
}
