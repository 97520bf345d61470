import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CfnOutput, DockerImage, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
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
import { Firewall } from './firewall.ts'

const WEB = join(import.meta.dirname, '../web')
const VITE = join(import.meta.dirname, '../node_modules/.bin/vite')

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const PAGES = readdirSync(WEB)
  .filter((name) => name.endsWith('.html'))
  .map((name) => `/${name}`)

/**
 * /mentor is kept as mentor.html; a page that is not there is 404.html. (An error page of the distribution would also
 * replace the API's own 404s.)
 */
const CLEAN_URLS = `var pages = ${JSON.stringify(PAGES)}
function handler(event) {
  var request = event.request
  if (request.uri !== '/' && request.uri.indexOf('.') < 0) {
    var page = request.uri.replace(/\\/$/, '') + '.html'
    request.uri = pages.indexOf(page) < 0 ? '/404.html' : page
  }
  return request
}`

/** The site: pages from S3 and, on the same origin, the API. */
export class Web extends Construct {
  constructor(scope: Construct, id: string, { programme, api }: { programme: Programme; api: Api }) {
    super(scope, id)
    const bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
      },
    })
    const cleanUrls = new EdgeFunction(this, 'CleanUrls', {
      code: FunctionCode.fromInline(CLEAN_URLS),
      runtime: FunctionRuntime.JS_2_0,
    })
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
        functionAssociations: [{ function: cleanUrls, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(Fn.select(1, Fn.split('//', api.http.apiEndpoint))),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
        },
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
          Source.asset(WEB, { bundling: { image: DockerImage.fromRegistry('unused'), local: { tryBundle: build } } }),
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

function build(outDir: string): boolean {
  execFileSync(VITE, ['build', WEB, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], { stdio: 'inherit' })
  return true
}
