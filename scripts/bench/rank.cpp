// The same ranking in C++: a plain scan of the same columns with the same running bound, for comparison.
// Reads the file written by rank-cpp.ts (layout below, all little-endian doubles), prints per posting the
// best time of `repeats` in ns, the number of rows and a checksum of the rows in order.
// Build: g++ -O3 -march=native -std=c++17 -o rank rank.cpp
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

static std::vector<double> data;
static size_t at = 0;
static double next() { return data[at++]; }
template <class T> static std::vector<T> column(size_t n) {
  std::vector<T> c(n);
  for (auto &v : c) v = static_cast<T>(next());
  return c;
}

struct Entry { double key; uint32_t row; };
static std::vector<uint32_t> codeRank;
static bool better(const Entry &a, const Entry &b) {
  return a.key != b.key ? a.key > b.key : codeRank[a.row] < codeRank[b.row];
}
static double lowSquare(double x) { double s = x * x; return s * (1 - s / 3); }

int main(int argc, char **argv) {
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 2;
  fseek(f, 0, SEEK_END);
  data.resize(ftell(f) / 8);
  rewind(f);
  if (fread(data.data(), 8, data.size(), f) != data.size()) return 2;
  const size_t n = next(), members = next(), parcels = next(), postings = next();
  const size_t limit = next(), repeats = next();
  const double unc = next(), inc = next(), line = next(), equityMu = next(), adultBirth = next();
  const int busy = (int)next();
  const double capacities[5] = {next(), next(), next(), next(), next()};
  auto lat = column<double>(n), lon = column<double>(n), income = column<double>(n);
  auto persons = column<uint16_t>(n), allotted = column<uint16_t>(n);
  auto projects = column<uint8_t>(n), listed = column<uint8_t>(n);
  codeRank = column<uint32_t>(n);
  auto memberFrom = column<uint32_t>(n + 1), parcelFrom = column<uint32_t>(n + 1);
  auto birth = column<int32_t>(members), work = column<int32_t>(members);
  auto land = column<int32_t>(parcels), agreed = column<int32_t>(parcels);
  double cosLow = 1;
  for (double l : lat) cosLow = std::min(cosLow, std::cos(l * M_PI / 180));
  const double R = 6371.0088, half = M_PI / 360, perRoot = 2 * R / 0.05;
  for (size_t q = 0; q < postings; q++) {
    const int kind = (int)next();
    const double toLat = next(), toLon = next(), radius = next(), halfKm = next(), detour = next();
    const double wL = next(), wA = next(), wD = next(), wN = next();
    const bool bindingLive = next() != 0;
    const int admitted = (int)next();
    const int oldest = (int)next(), youngest = (int)next(), months = (int)next(), skills = (int)next();
    const bool required = next() != 0;
    std::vector<double> values(5 * 17 * 13);
    for (auto &v : values) v = next();
    bool wanted[8];
    for (auto &w : wanted) w = next() != 0;
    const double minMu = next(), fullMu = next();
    std::vector<double> table(4096);
    for (int i = 0; i < 4096; i++) table[i] = std::exp2(-(i * 0.05 * detour) / halfKm);
    const double cosTo = std::cos(toLat * M_PI / 180);
    double bestNs = 1e18;
    std::vector<Entry> heap;
    for (size_t rep = 0; rep < repeats; rep++) {
      auto start = std::chrono::steady_clock::now();
      heap.clear();
      double threshold = -INFINITY;
      if (kind != 2 || bindingLive)
        for (size_t r = 0; r < n; r++) {
          const double a = lowSquare((lat[r] - toLat) * half) + cosLow * cosTo * lowSquare((lon[r] - toLon) * half);
          const double bin = std::sqrt(a) * perRoot;
          const double near = table[bin < 4095 ? (int)bin : 4095];
          double below = 1 - income[r] / line;
          below = below > 0 ? (below < 1 ? below : 1) : 0;
          const double need = unc * (projects[r] == 0) + inc * below;
          const double known = wD * near + wN * need;
          if (100 * (wL + wA + known) < threshold || !listed[r]) continue;
          double labor = -1, area = 0;
          if (kind == 0) {
            for (uint32_t m = memberFrom[r]; m < memberFrom[r + 1]; m++) {
              const int bits = work[m];
              if (!(bits & admitted) || (bits & 8)) continue;
              const int free = ~(bits >> 4) & months;
              if (!free || birth[m] > youngest || birth[m] < oldest) continue;
              const int had = __builtin_popcount(((uint32_t)bits >> 16) & skills);
              if (required && !had) continue;
              labor = std::max(labor, values[((bits & 7) * 17 + had) * 13 + __builtin_popcount(free)]);
            }
            if (labor < 0) continue;
          } else {
            if (kind == 1) {
              double offered = 0;
              for (uint32_t p = parcelFrom[r]; p < parcelFrom[r + 1]; p++) {
                const int bits = land[p], use = (bits >> 27) & 3;
                // 0 = own use, 1 = idle, 2 = leased out: the order of db/words.ts.
                if (!wanted[(bits >> 24) & 7] || !(use == 1 || (use == 0 && (bits & (1 << 29))))) continue;
                offered += std::max(0, (bits & 0xffffff) - agreed[p]);
              }
              if (offered == 0 || offered < minMu) continue;
              area = std::min(1.0, offered / fullMu);
            } else {
              if (persons[r] <= allotted[r]) continue;
              double mu = 0;
              for (uint32_t p = parcelFrom[r]; p < parcelFrom[r + 1]; p++)
                if (((land[p] >> 27) & 3) != 2) mu += land[p] & 0xffffff;
              area = 1 - std::min(1.0, mu / 100 / std::max<int>(1, persons[r]) / equityMu);
            }
            if (100 * (wL + wA * area + known) < threshold) continue;
            double units = 0;
            for (uint32_t m = memberFrom[r]; m < memberFrom[r + 1]; m++)
              if (!(work[m] & busy) && birth[m] <= adultBirth) units += capacities[work[m] & 7];
            labor = 1 - std::min(1.0, units / std::max<int>(1, persons[r]));
          }
          if (100 * (wL * labor + wA * area + known) < threshold) continue;
          const double hLat = std::sin((toLat - lat[r]) * M_PI / 180 / 2), hLon = std::sin((toLon - lon[r]) * M_PI / 180 / 2);
          const double h = hLat * hLat + std::cos(lat[r] * M_PI / 180) * cosTo * hLon * hLon;
          const double km = 2 * R * std::asin(std::sqrt(std::min(1.0, h))) * detour;
          if (km > radius) continue;
          const double score = 100 * (wL * labor + wA * area + wD * std::exp2(-km / halfKm) + wN * need);
          const Entry entry{std::round(score * 1e9), (uint32_t)r};
          if (heap.size() < limit) {
            heap.push_back(entry);
            std::push_heap(heap.begin(), heap.end(), better);
          } else if (better(entry, heap.front())) {
            std::pop_heap(heap.begin(), heap.end(), better);
            heap.back() = entry;
            std::push_heap(heap.begin(), heap.end(), better);
          }
          if (heap.size() == limit) threshold = heap.front().key / 1e9 - 1e-6;
        }
      std::sort(heap.begin(), heap.end(), better);
      bestNs = std::min(bestNs, (double)std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start).count());
    }
    uint64_t sum = 7;
    for (auto &e : heap) sum = (sum * 31 + e.row) % 1000000007ULL;
    printf("%.0f %zu %llu\n", bestNs, heap.size(), (unsigned long long)sum);
  }
}
