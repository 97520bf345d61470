// Solves an instance of bench/instance.ts; prints the greatest total, the seconds from known scores, and the peak in MB.
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

int main(int count, char** arguments) {
  if (count != 3) return 1;
  std::FILE* file = std::fopen(arguments[1], "rb");
  double head[4];
  if (!file || std::fread(head, 8, 4, file) != 4) return 1;
  const int rows = head[0], columns = head[1];
  const long long penalty = head[2], unit = head[3];
  std::vector<int32_t> waits(rows), seats(columns);
  if (std::fread(waits.data(), 4, rows, file) != waits.size()) return 1;
  if (std::fread(seats.data(), 4, columns, file) != seats.size()) return 1;
  std::vector<int16_t> scores(static_cast<size_t>(rows) * columns);
  if (std::fread(scores.data(), 2, scores.size(), file) != scores.size()) return 1;
  const auto start = std::chrono::steady_clock::now();
  // Each mentee sends one unit, by a seat or straight to the end. With "seats" every seat is a column, as it must be in
  // an assignment problem; else a mentor is one, from whom one arc a seat goes on.
  const bool by_seat = arguments[2] == std::string("seats");
  std::vector<int> first(columns + 1, rows);
  for (int column = 0; column < columns; column++) first[column + 1] = first[column] + (by_seat ? seats[column] : 1);
  const int end = first[columns];
  std::vector<std::pair<int, int>> arcs;
  std::vector<long long> costs;
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      const int score = scores[static_cast<size_t>(row) * columns + column];
      if (score < 0) continue;
      for (int node = first[column]; node < first[column + 1]; node++) {
        arcs.emplace_back(row, node);
        costs.push_back(-((waits[row] + 1) * unit + score));
      }
    }
    arcs.emplace_back(row, end);
    costs.push_back(0);
  }
  for (int column = 0; column < columns; column++) {
    for (int seat = 0; seat < seats[column]; seat++) {
      arcs.emplace_back(by_seat ? first[column] + seat : first[column], end);
      costs.push_back(penalty * seat);
    }
  }
  lemon::StaticDigraph graph;
  graph.build(end + 1, arcs.begin(), arcs.end());
  arcs = {};
  lemon::StaticDigraph::ArcMap<long long> cost(graph);
  for (size_t n = 0; n < costs.size(); n++) cost[graph.arc(n)] = costs[n];
  costs = {};
  lemon::StaticDigraph::ArcMap<int> upper(graph, 1);
  lemon::StaticDigraph::NodeMap<int> supply(graph, 0);
  for (int row = 0; row < rows; row++) supply[graph.node(row)] = 1;
  supply[graph.node(end)] = -rows;
  lemon::NetworkSimplex<lemon::StaticDigraph, int, long long> simplex(graph, false);
  simplex.costMap(cost).upperMap(upper).supplyMap(supply).run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  std::printf("%lld %f %ld\n", -simplex.totalCost<long long>(), took.count(), used.ru_maxrss / 1024);
}
