import { App } from 'aws-cdk-lib';
import { laChan } from './stack.ts';

laChan(new App());
