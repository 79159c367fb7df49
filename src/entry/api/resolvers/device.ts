import { nodeId } from '../../../platform/ids.ts';
import type { DeviceResolvers } from '../generated/resolvers.ts';

export const Device: DeviceResolvers = {
  id: (row) => nodeId('device', row.deviceId),
};
