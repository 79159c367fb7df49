import { fillTemplate, withParameters } from '../../../audience/segments/templates/fill-template.ts';
import type { SegmentTemplateResolvers } from '../generated/resolvers.ts';

export const SegmentTemplate: SegmentTemplateResolvers = {
  rule: (template, { values }) => fillTemplate(template, values ?? {}),
  withParameters: (template) => withParameters(template),
};
