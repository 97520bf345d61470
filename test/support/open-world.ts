import { startDatabase } from '../../local/database.ts'
import { tableBehind } from './stored.ts'
import { aWorld } from './world.ts'

/** The running product on a port, and its table to look into and to set clocks back in. */
export async function anOpenWorld(port: number) {
  const database = await startDatabase(undefined)
  const table = tableBehind(database.endpoint)
  const world = await aWorld({ port, dynamodbEndpoint: database.endpoint })
  return {
    world,
    table,
    async stop() {
      await world.stop()
      table.close()
      await database.stop()
    },
  }
}
