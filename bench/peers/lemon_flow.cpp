// Reads rows, columns and rows*columns doubles; prints the greatest total and the seconds LEMON's network simplex took.
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <chrono>
#include <cstdio>
#include <vector>

int main(int, char** arguments) {
  std::FILE* file = std::fopen(arguments[1], "rb");
  double head[2];
  if (!file || std::fread(head, 8, 2, file) != 2) return 1;
  const int rows = head[0], columns = head[1];
  std::vector<double> values(static_cast<size_t>(rows) * columns);
  if (std::fread(values.data(), 8, values.size(), file) != values.size()) return 1;
  const auto start = std::chrono::steady_clock::now();
  // Each mentee sends one unit, by a seat or straight to the end.
  const int end = rows + columns;
  std::vector<std::pair<int, int>> arcs;
  std::vector<long long> costs;
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      const double value = values[static_cast<size_t>(row) * columns + column];
      if (value <= 0) continue;
      arcs.emplace_back(row, rows + column);
      costs.push_back(-static_cast<long long>(value));
    }
    arcs.emplace_back(row, end);
    costs.push_back(0);
  }
  for (int column = 0; column < columns; column++) {
    arcs.emplace_back(rows + column, end);
    costs.push_back(0);
  }
  lemon::StaticDigraph graph;
  graph.build(end + 1, arcs.begin(), arcs.end());
  lemon::NetworkSimplex<lemon::StaticDigraph, int, long long> simplex(graph, false);
  lemon::StaticDigraph::ArcMap<long long> cost(graph);
  lemon::StaticDigraph::ArcMap<int> upper(graph, 1);
  lemon::StaticDigraph::NodeMap<int> supply(graph, 0);
  for (size_t n = 0; n < arcs.size(); n++) cost[graph.arc(n)] = costs[n];
  for (int row = 0; row < rows; row++) supply[graph.node(row)] = 1;
  supply[graph.node(end)] = -rows;
  simplex.costMap(cost).upperMap(upper).supplyMap(supply).run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%lld %f\n", -simplex.totalCost<long long>(), took.count());
}
