metadata description = 'Where facts are kept: one container, opened with the app\'s identity and nothing else'

param accountName string
param location string
param principalId string

var contributor = '00000000-0000-0000-0000-000000000002'

@description('Strong, because under Session one instance\'s closing can miss a ballot that another has acknowledged.')
resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: accountName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [
      {
        name: 'EnableServerless'
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Strong'
    }
    locations: [
      {
        locationName: location
        failoverPriority: 0
      }
    ]
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
  }

  resource database 'sqlDatabases' = {
    name: 'ehdolla'
    properties: {
      resource: {
        id: 'ehdolla'
      }
    }

    resource container 'containers' = {
      name: 'documents'
      properties: {
        resource: {
          id: 'documents'
          partitionKey: {
            kind: 'Hash'
            version: 2
            paths: ['/pk']
          }
          indexingPolicy: {
            indexingMode: 'consistent'
            automatic: true
            includedPaths: [
              {
                path: '/pk/?'
              }
              {
                path: '/type/?'
              }
              {
                path: '/dueAt/?'
              }
            ]
            excludedPaths: [
              {
                path: '/*'
              }
            ]
          }
        }
      }
    }
  }

  resource contributorRole 'sqlRoleDefinitions' existing = {
    name: contributor
  }

  resource appMayReadAndWrite 'sqlRoleAssignments' = {
    name: guid(account.id, principalId, contributor)
    properties: {
      principalId: principalId
      roleDefinitionId: contributorRole.id
      scope: account.id
    }
  }
}

output endpoint string = account.properties.documentEndpoint
