MAKEFLAGS += --no-print-directory
BIN := .venv/bin
.DEFAULT_GOAL := site
.NOTPARALLEL:
.PHONY: site serve check test lint lighthouse bench searching lock clean help environment test-environment

site: environment ## 生成网站（首次运行会自动准备环境）
	$(BIN)/mingzhang build

serve: environment ## 在本机预览，保存文件后自动刷新
	$(BIN)/mingzhang serve

check: environment ## 只检查公开文本，不生成网站
	$(BIN)/mingzhang check

test: lint ## 运行全部检查与测试（缺少浏览器、中文字体时自动安装）
	@.ci/setup browser
	$(BIN)/pytest

lint: test-environment ## 只检查代码：格式、类型、模块之间的引用
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

lighthouse: site ## 用 Lighthouse 和 html-validate 检查生成的网站（要有 Node.js 和 Chromium，不在 test 之内）
	@.ci/lighthouse

bench: environment ## 测量生成速度
	$(BIN)/python -m bench

searching: test-environment ## 造 N 个页面，测量搜索索引和在 Chromium 里的查询（N=10000 时要半小时）
	@.ci/setup browser
	$(BIN)/python -m bench.searching -n $(or $(N),1000)

lock: ## 按 pyproject.toml 重新锁定依赖版本（UPGRADE=1 时全部升级）
	@.ci/lock $(if $(UPGRADE),--upgrade)

clean: ## 删除生成的网站和缓存（环境 .venv 保留）
	rm -rf site .site-* .cache tests/artefacts .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis

help: ## 显示本说明
	@echo '用法：make [目标]，不写目标时为 site。'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1 \2/p' Makefile | while read -r target text; do printf '  make %-11s%s\n' "$$target" "$$text"; done

environment:
	@.ci/setup site

test-environment:
	@.ci/setup test
