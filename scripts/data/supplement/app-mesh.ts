import { supplement, SuppliedType, usualCalls } from './supplied-type';

function part(name: string): SuppliedType {
  return { ...usualCalls(name, 'Describe', 'ListTagsForResource'), tag: 'TagResource', untag: 'UntagResource' };
}

export const APP_MESH = supplement(
  { prefix: 'appmesh', page: 'list_awsappmesh' },
  {
    'AWS::AppMesh::GatewayRoute': part('GatewayRoute'),
    'AWS::AppMesh::Mesh': { ...part('Mesh'), serviceLinkedRoles: [{ service: 'appmesh.amazonaws.com' }] },
    'AWS::AppMesh::Route': part('Route'),
    'AWS::AppMesh::VirtualGateway': part('VirtualGateway'),
    'AWS::AppMesh::VirtualNode': part('VirtualNode'),
    'AWS::AppMesh::VirtualRouter': part('VirtualRouter'),
    'AWS::AppMesh::VirtualService': part('VirtualService'),
  },
);
