import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';

/**
 * Makes the address partners use and tells it; it keeps nothing.
 *
 * The API's own address behind it stays reachable, with the same tokens and the same throttle. A web
 * firewall attached here would therefore guard this address only.
 */
export function edge(stack: Stack, entrance: HttpApi): string {
  const host = `${entrance.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`;
  const distribution = new Distribution(stack, 'Edge', {
    comment: stack.stackName,
    httpVersion: HttpVersion.HTTP2_AND_3,
    // The smallest class with an edge in Vietnam.
    priceClass: PriceClass.PRICE_CLASS_200,
    defaultBehavior: {
      origin: new HttpOrigin(host),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    },
  });
  const address = `https://${distribution.distributionDomainName}`;
  new CfnOutput(stack, 'Address', { value: address });
  return address;
}
